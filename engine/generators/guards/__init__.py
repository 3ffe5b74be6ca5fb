"""What stands between an answer and the person: was every word heeded that could have made it another?"""
