"""The command line where the script is not on the path: `python -m dragoman COMMAND`.

In: arguments. Out: what `dragoman COMMAND` gives.
"""

from dragoman.cli import main

if __name__ == "__main__":
    main()
