-- What one document tells apart is no longer one incident: all are linked again, so that the incidents of an older
-- record are those of a new one with the same events.
DELETE FROM blocks;
DELETE FROM members;
DELETE FROM incidents;
DELETE FROM dyads WHERE origin = '';
