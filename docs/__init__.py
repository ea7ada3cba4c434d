"""What analysts read: the cookbook of queries, the data dictionary, the starter notebook.

Belongs here: the queries themselves, and the pages made from queries and models, which `python -m docs` writes anew.
"""
