"""What runs inside the tools' own environments: the standard library, that environment's packages, and nothing of this project
but the modules of this folder. Each is called as `python -m training.inside.NAME request.json` and writes the file that the
request names as `result`.
"""
