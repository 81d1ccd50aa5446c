CREATE TABLE `inquiry_search` (
	`doc` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`inquiry_id` text NOT NULL,
	`edition` integer NOT NULL,
	FOREIGN KEY (`inquiry_id`) REFERENCES `inquiries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inquiry_search_once` ON `inquiry_search` (`inquiry_id`);--> statement-breakpoint
CREATE INDEX `inquiry_search_by_edition` ON `inquiry_search` (`edition`);--> statement-breakpoint
ALTER TABLE `inquiries` ADD `escalated_at` integer;--> statement-breakpoint
CREATE INDEX `inquiries_by_change` ON `inquiries` (`updated_at`);--> statement-breakpoint
CREATE INDEX `inquiries_at_desk` ON `inquiries` (`stage`,`owner_id`,`office`,`due_at`,`waits_for`,`escalated_at`);--> statement-breakpoint
CREATE VIRTUAL TABLE inquiry_documents USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii');
