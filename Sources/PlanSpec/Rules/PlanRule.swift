/// What can be wrong in a plan or template file; the raw values are the diagnostics' stable ids.
public enum PlanRule: String, Hashable, Sendable, CaseIterable {
    /// Neither `true` nor `false`.
    case badBoolean = "bad-boolean"
    /// No date as `2027-01-04`.
    case badDate = "bad-date"
    /// No distance as `10km`.
    case badDistance = "bad-distance"
    /// No duration as `1h30`, or one that can be read in two ways.
    case badDuration = "bad-duration"
    /// An id of other characters than `a-z`, `0-9` and `-`, or a longer one.
    case badID = "bad-id"
    /// A name of no or several lines.
    case badName = "bad-name"
    /// No number, or a fraction where a whole number belongs.
    case badNumber = "bad-number"
    /// No pace as `4:15/km`.
    case badPace = "bad-pace"
    /// No value that a parameter can have.
    case badParameter = "bad-parameter"
    /// No percentage as `65%`.
    case badPercent = "bad-percent"
    /// No rhythm as `3:1`.
    case badRhythm = "bad-rhythm"
    /// No time of day as `18:30`.
    case badTime = "bad-time"
    /// No zone as `Europe/Rome`.
    case badTimezone = "bad-timezone"
    /// No week as `base.w8`.
    case badWeek = "bad-week"
    /// No weekday as `mon`.
    case badWeekday = "bad-weekday"
    /// A brick with fewer than two parts.
    case brickParts = "brick-parts"
    /// A week's override that changes a session's id.
    case changedID = "changed-id"
    /// A session, an event or a race with none or several of `template`, `text` and `prose`.
    case oneContent = "one-content"
    /// A plan with both or neither of `start` and `finish`.
    case oneAnchor = "one-anchor"
    /// A phase or a week with several of `load`, `hours` and `distance`.
    case oneTarget = "one-target"
    /// A last day before the first.
    case dateOrder = "date-order"
    /// A race, an event or an overlay before the plan's first or after its last day.
    case dateOutsidePlan = "date-outside-plan"
    /// An athlete who stands in a roster twice with the same plan.
    case duplicateAthlete = "duplicate-athlete"
    /// A weekday that stands in a list twice.
    case duplicateDay = "duplicate-day"
    /// A template file that is listed twice.
    case duplicateFile = "duplicate-file"
    /// Two races, phases, events or sessions of one list with the same id.
    case duplicateID = "duplicate-id"
    /// A parameter that stands in `scale` twice.
    case duplicateKnob = "duplicate-knob"
    /// Two templates of one name.
    case duplicateTemplate = "duplicate-template"
    /// A list that needs an item and has none.
    case emptyList = "empty-list"
    /// Text without a letter.
    case emptyText = "empty-text"
    /// A key that this kind of event doesn't have.
    case eventKey = "event-key"
    /// A load that is solved from CTL in a plan that doesn't say the athlete's.
    case fitnessNeeded = "fitness-needed"
    /// Resting, threshold and highest heart rate that don't go up.
    case heartRateOrder = "heart-rate-order"
    /// A day that no calendar has.
    case impossibleDate = "impossible-date"
    /// A key that this kind of overlay doesn't have.
    case lifeKey = "life-key"
    /// A load factor over a target that is solved.
    case loadFactorSolved = "load-factor-solved"
    /// A target that isn't one of its forms.
    case loadTarget = "load-target"
    /// A template file that isn't there or can't be read.
    case missingFile = "missing-file"
    /// A key that must be there.
    case missingKey = "missing-key"
    /// A session whose role neither it nor its template says.
    case missingRole = "missing-role"
    /// A key without a value.
    case missingValue = "missing-value"
    /// The two sides of a renaming have another number of stars.
    case movedStars = "moved-stars"
    /// A phase with a load and no sessions to carry it.
    case noSessions = "no-sessions"
    /// Workout text that makes no steps.
    case noSteps = "no-steps"
    /// A credential with none or several of `env`, `command` and `file`.
    case oneCredential = "one-credential"
    /// A value that is too small or too large for its key.
    case outOfRange = "out-of-range"
    /// A parameter whose `min` is above its `max`.
    case parameterBounds = "parameter-bounds"
    /// A parameter's value with another unit than its default.
    case parameterKind = "parameter-kind"
    /// A part of a plan that a roster can't change.
    case overrideKey = "override-key"
    /// A parameter's value outside `min` to `max`.
    case parameterOutOfRange = "parameter-out-of-range"
    /// A step that makes no grid, or too fine a one.
    case parameterStep = "parameter-step"
    /// A parameter in both `params` and `progress`.
    case parameterTwice = "parameter-twice"
    /// Phases that add up to more than ten years.
    case planTooLong = "plan-too-long"
    /// Text beside a workout that the service would read as steps.
    case proseHasSteps = "prose-has-steps"
    /// Two races on one day.
    case raceDayTaken = "race-day-taken"
    /// A counted date with both or neither of `weeks_out` and `week`.
    case relativeDate = "relative-date"
    /// The role `race` outside `races`.
    case roleRace = "role-race"
    /// A parameter in `scale` without `min` or `max`.
    case scaleWithoutBounds = "scale-without-bounds"
    /// A session with a share and a size of its own.
    case shareAndSize = "share-and-size"
    /// Shares of a week over 100 % together.
    case sharesOver100 = "shares-over-100"
    /// Sports whose shares of a target aren't 100 % together.
    case splitNot100 = "split-not-100"
    /// A start on another weekday than `week_starts`.
    case startNotOnWeekStart = "start-not-on-week-start"
    /// A part of a taper in a phase that is none.
    case taperOnly = "taper-only"
    /// A taper without an A race.
    case taperWithoutRace = "taper-without-race"
    /// A template with neither or both of `text` and `prose`.
    case templateBody = "template-body"
    /// More quality and test sessions in a list than `limits.hard.per_week`.
    case tooManyHard = "too-many-hard"
    /// A `${` without its `}`.
    case unclosedParameter = "unclosed-parameter"
    /// A `${name}` that is no parameter of its template.
    case undefinedParameter = "undefined-parameter"
    /// An entry that the plan doesn't have.
    case unknownEntry = "unknown-entry"
    /// Another format than 1.
    case unknownFormat = "unknown-format"
    /// A key that this kind of map doesn't have.
    case unknownKey = "unknown-key"
    /// A comment that allows a rule that doesn't exist.
    case unknownLintRule = "unknown-lint-rule"
    /// A parameter that the template doesn't have.
    case unknownParameter = "unknown-parameter"
    /// A phase that the plan doesn't have.
    case unknownPhase = "unknown-phase"
    /// A session that the week doesn't have.
    case unknownSession = "unknown-session"
    /// None of the service's activity types.
    case unknownSport = "unknown-sport"
    /// A template that no file has.
    case unknownTemplate = "unknown-template"
    /// None of the words that the key takes.
    case unknownValue = "unknown-value"
    /// An override of a week that the phase doesn't have.
    case weekOutsidePhase = "week-outside-phase"
    /// A load list with more or fewer numbers than the phase has weeks.
    case weeksMismatch = "weeks-mismatch"
    /// A list, a map or a scalar where another belongs.
    case wrongType = "wrong-type"
}
