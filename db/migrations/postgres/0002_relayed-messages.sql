ALTER TABLE "approaches" ADD COLUMN "outcome_reason" text;--> statement-breakpoint
ALTER TABLE "inquiry_messages" ADD COLUMN "relay_of" integer;