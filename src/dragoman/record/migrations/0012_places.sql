-- Where a document's file lies as seen from the record's folder, where `source`, which is told as it was given, says
-- otherwise: the same words from two folders are two files.
CREATE TABLE places (document_id VARCHAR NOT NULL, source VARCHAR NOT NULL, place VARCHAR NOT NULL);
