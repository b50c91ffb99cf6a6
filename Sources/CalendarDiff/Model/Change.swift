public import CivilDates

/// What happens to one event.
public struct Change: Hashable, Sendable {
    /// What is done.
    public enum Action: String, Hashable, Sendable, Codable, CaseIterable {
        case create, update, delete
    }

    /// Why it is done.
    public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        case newInPlan = "new_in_plan"
        case contentChanged = "content_changed"
        case dateChanged = "date_changed"
        case keyMoved = "key_moved"
        case removedFromPlan = "removed_from_plan"
        case movedIntoPast = "moved_into_past"
        case athleteUnavailable = "athlete_unavailable"
        case adopted
        case restored
    }

    /// How it went.
    public enum Result: String, Hashable, Sendable, Codable, CaseIterable {
        case done, failed, skipped
    }

    /// The key in the plan.
    public var key: String
    /// The service's number of the event; nil until it is created.
    public var eventID: Int?
    /// What is done.
    public var action: Action
    /// Why it is done.
    public var reason: Reason
    /// The day: the new one, for a delete the live one.
    public var date: CivilDate
    /// The last day where it lasts several, as `date`.
    public var lastDate: CivilDate?
    /// The time of day, as `date`; also one that the plan leaves open.
    public var time: ClockTime?
    /// The name: the new one, for a delete the live one.
    public var name: String
    /// The kind that goes along with every write.
    public var category: String
    /// The sport that goes along with every write.
    public var type: String?
    /// Whether it stands for its whole week; only a create sends it.
    public var forWeek = false
    /// The `external_id` after the write; nil for a delete.
    public var marker: String?
    /// The key that it had before the author renamed it, as its marker has it.
    public var movedFrom: String?
    /// Whether a copy that the athlete made bears this very marker: an upsert would overwrite it.
    public var besideCopy = false
    /// The fields: all of them for creates and deletes, the changed ones for updates.
    public var fields: [EventField: FieldChange]
    /// What the event looked like when this was decided; nil for a create.
    public var fingerprint: String?
    /// Where the plan says so, as `file:line`.
    public var source: String?
    /// How it went; nil before it is applied.
    public var result: Result?
    /// Why it failed or was skipped.
    public var error: String?
}

/// A field before and after.
public struct FieldChange: Hashable, Sendable {
    /// Which side the last applied value equals.
    public enum Base: String, Hashable, Sendable, Codable, CaseIterable {
        case before, after, other, unknown
    }

    /// The value on the calendar.
    public var before: FieldValue?
    /// The value in the plan.
    public var after: FieldValue?
    /// Which of them was last applied.
    public var base: Base

    /// A field before and after.
    public init(before: FieldValue?, after: FieldValue?, base: Base) {
        self.before = before
        self.after = after
        self.base = base
    }
}

/// An event, or fields of one, that stay as the athlete left them.
public struct KeptEvent: Hashable, Sendable {
    /// Why it is kept.
    public enum Why: String, Hashable, Sendable, Codable, CaseIterable {
        case movedByAthlete = "moved_by_athlete"
        case editedByAthlete = "edited_by_athlete"
        case deletedByAthlete = "deleted_by_athlete"
        /// The plan said that it is never deleted.
        case protected
    }

    /// The key in the plan.
    public var key: String
    /// The service's number of the event.
    public var eventID: Int?
    /// Why it is kept.
    public var why: Why
    /// The fields that are kept, with what the plan says as `after`.
    public var fields: [EventField: FieldChange]
}

/// A field that the athlete and the plan both changed, and that nobody decided about.
public struct Conflict: Hashable, Sendable {
    /// The key in the plan.
    public var key: String
    /// The service's number of the event.
    public var eventID: Int
    /// The field.
    public var field: EventField
    /// What the calendar says.
    public var live: FieldValue?
    /// What the plan says.
    public var desired: FieldValue?
}

/// An event that differs from the plan but is history, or today's, or completed.
public struct LockedEvent: Hashable, Sendable {
    /// Why it is not written.
    public enum Why: String, Hashable, Sendable, Codable, CaseIterable {
        case past
        /// Today, or within the days that the plan freezes.
        case today
        case completed
    }

    /// The key in the plan.
    public var key: String
    /// Its day on the calendar.
    public var date: CivilDate
    /// Why it is not written.
    public var why: Why
}

/// An event that left the plan under one key and came back under another: nothing is done until the author says so.
public struct MoveProposal: Hashable, Sendable {
    /// The key that left.
    public var from: String
    /// The key that came.
    public var to: String
    /// The service's number of the event.
    public var eventID: Int
    /// Its day.
    public var date: CivilDate
}

/// A further event with the marker of one of ours, such as a copy that the athlete made; never touched.
public struct CopiedEvent: Hashable, Sendable {
    /// The key in the plan.
    public var key: String
    /// The service's number of the copy.
    public var eventID: Int
    /// Its day on the calendar.
    public var date: CivilDate
}

/// An event that is not created since somebody entered one like it.
public struct Standin: Hashable, Sendable {
    /// What they share.
    public enum Why: String, Hashable, Sendable, Codable, CaseIterable {
        /// Day, sport and name: it can be adopted.
        case sameWorkout = "same_workout"
        /// Day and sport of a race.
        case sameRace = "same_race"
    }

    /// The key in the plan.
    public var key: String
    /// The service's number of the event that stands there.
    public var eventID: Int
    /// The day.
    public var date: CivilDate
    /// Its name on the calendar.
    public var name: String
    /// What they share.
    public var why: Why
}
