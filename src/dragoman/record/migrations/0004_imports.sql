-- What the files of other sources tell of the documents of their events: no text, so they are no documents of ours, and
-- an article that is added is never taken for a new version of one of them.
CREATE TABLE imported_documents (
    origin VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    publisher VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    pub_date DATE
);
