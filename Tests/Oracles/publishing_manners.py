"""The same publishing with every manner of wording in which the service is known to answer."""

from publishing_world import SCENARIOS

MANNERS = {
    "no_document_after_a_bulk_create": {"document_after_bulk": False},
    "labelled_as_plain_text": {"media_type": "text/plain;charset=utf-8"},
    "labelled_as_nothing_known": {"media_type": "*/*"},
    "starts_without_seconds": {"seconds": False},
    "unset_numbers_are_0": {"unset": 0},
    "unset_numbers_are_0_point_0": {"unset": 0.0},
    "unknown_fields": {"extra": True},
    "no_nulls_at_all": {"keep_nulls": False},
    "tags_are_lists": {"null_tags": False},
    "compressed": {"gzip": True},
    "figures_move_and_lines_end_otherwise": {"restless": True},
    "escaped_labels": {"escapes": True},
    "all_at_once": {"document_after_bulk": False, "media_type": "text/plain", "seconds": False, "unset": 0.0,
                    "extra": True, "gzip": True, "restless": True},
}


def publish_twice(world):
    outcome = world.apply("--format", "json")
    world.expect(outcome.status == 0 and outcome.count("POST") == 1 and outcome.count("GET") <= 2, "first publish", outcome)
    world.in_step()
    world.session("p1.w1.run")["name"] = "New"
    world.session("p2.w1.spin")["text"] = "- 51m 63%"
    world.drop("p3.w1.gym")
    outcome = world.apply()
    world.expect(outcome.status == 0 and outcome.count("PUT") == 3, "two updates, one delete", outcome)
    world.expect("Warning" not in outcome.out + outcome.talk, "no warning", outcome)
    world.in_step()
    outcome = world.diff()
    world.expect(not outcome.json["kept"] and outcome.json["totals"]["unchanged"] == 17, "nobody edited anything", outcome)


for manner_name, manner in MANNERS.items():
    SCENARIOS.append((f"manner_{manner_name}", publish_twice, 3, manner))
