"""Huffman's trees and codes: simulator, readers and answers."""
