CREATE TABLE "concept_changes" (
	"id" serial PRIMARY KEY NOT NULL,
	"concept_id" text NOT NULL,
	"actor_id" text NOT NULL,
	"verb" text NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zero_hits" (
	"key" text PRIMARY KEY NOT NULL,
	"language" text NOT NULL,
	"query" text NOT NULL,
	"n" integer NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "concept_changes" ADD CONSTRAINT "concept_changes_concept_id_concepts_id_fk" FOREIGN KEY ("concept_id") REFERENCES "public"."concepts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concept_changes" ADD CONSTRAINT "concept_changes_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concept_changes_by_concept" ON "concept_changes" USING btree ("concept_id","id");--> statement-breakpoint
CREATE INDEX "zero_hits_by_time" ON "zero_hits" USING btree ("last_at");