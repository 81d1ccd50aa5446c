ALTER TABLE `approaches` ADD `outcome_reason` text;--> statement-breakpoint
ALTER TABLE `inquiry_messages` ADD `relay_of` integer;