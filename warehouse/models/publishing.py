"""What publishing remembers of the last file, so that the next is made of it by what has changed. Can be made again."""

from sqlmodel import SQLModel

from warehouse import columns as c


class IntPublication(SQLModel, table=True):
    """Grain: the last publication, one row; none while one is being made. Key: publication_id."""

    __tablename__ = "int_publications"
    publication_id: str = c.text("whose file it is", primary_key=True)
    recipe: str = c.text("hash of what makes a file besides the rows of the warehouse")
    file_mark: str = c.text("size and time of the file as it was put in place")
    replaced_count: int = c.count("positions written or taken out again since a file was written whole")


class IntPublishedRow(SQLModel, table=True):
    """Grain: one position of the last publication. Key: position_id."""

    __tablename__ = "int_published_rows"
    position_id: str = c.text("position", primary_key=True)
    row_hash: str = c.text("hash of all that its rows were made of")
