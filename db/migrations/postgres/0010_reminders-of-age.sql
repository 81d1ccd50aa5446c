CREATE TABLE "listing_reminders" (
	"id" serial PRIMARY KEY NOT NULL,
	"technology_id" text NOT NULL,
	"valid_until" text NOT NULL,
	"step" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "listing_reminders" ADD CONSTRAINT "listing_reminders_technology_id_technologies_id_fk" FOREIGN KEY ("technology_id") REFERENCES "public"."technologies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "listing_reminders_once" ON "listing_reminders" USING btree ("technology_id","valid_until","step");--> statement-breakpoint
CREATE INDEX "technologies_by_validity" ON "technologies" USING btree ("valid_until");