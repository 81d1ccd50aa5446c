CREATE TABLE "contact_exports" (
	"id" serial PRIMARY KEY NOT NULL,
	"actor" text NOT NULL,
	"what" text NOT NULL,
	"filter" jsonb NOT NULL,
	"fields" jsonb NOT NULL,
	"n" integer NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasure_holds" (
	"inquiry_id" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "erasure_asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "inquiries" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "erased_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "erasure_holds" ADD CONSTRAINT "erasure_holds_inquiry_id_inquiries_id_fk" FOREIGN KEY ("inquiry_id") REFERENCES "public"."inquiries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_exports_by_actor" ON "contact_exports" USING btree ("actor","id");--> statement-breakpoint
CREATE INDEX "contact_views_by_time" ON "contact_views" USING btree ("at");--> statement-breakpoint
CREATE INDEX "contact_views_by_actor" ON "contact_views" USING btree ("actor","id");--> statement-breakpoint
CREATE INDEX "inquiries_by_erasure" ON "inquiries" USING btree ("erased_at","stage","stage_at");--> statement-breakpoint
CREATE INDEX "outbox_by_erasure" ON "outbox" USING btree ("erased_at","sent_at");