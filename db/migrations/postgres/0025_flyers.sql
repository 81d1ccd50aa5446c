CREATE TABLE "collections" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"technology_ids" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "partner_logos" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"png" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "collections_code" ON "collections" USING btree ("code");--> statement-breakpoint
CREATE INDEX "collections_by_time" ON "collections" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "partner_logos_by_name" ON "partner_logos" USING btree ("name");