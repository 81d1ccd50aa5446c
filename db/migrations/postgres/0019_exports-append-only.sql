-- What left the house as a file, and how the terminology changed: lines are added, never changed or taken away.
CREATE TRIGGER contact_exports_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON contact_exports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER concept_changes_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON concept_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
