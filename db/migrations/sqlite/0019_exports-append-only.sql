-- What left the house as a file, and how the terminology changed: lines are added, never changed or taken away.
CREATE TRIGGER contact_exports_no_update BEFORE UPDATE ON contact_exports BEGIN SELECT RAISE(ABORT, 'the record of exports is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER contact_exports_no_delete BEFORE DELETE ON contact_exports BEGIN SELECT RAISE(ABORT, 'the record of exports is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER concept_changes_no_update BEFORE UPDATE ON concept_changes BEGIN SELECT RAISE(ABORT, 'the history of the terminology is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER concept_changes_no_delete BEFORE DELETE ON concept_changes BEGIN SELECT RAISE(ABORT, 'the history of the terminology is append-only'); END;
