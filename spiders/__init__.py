"""Where listings come from, how to fetch them and how to read what came back.

Belongs here: the registry, one file a platform, the spider, the sample sites. Does not: cleaning values, or deciding
whether a listing is open (pipelines), or when to crawl (dagster_project).
"""
