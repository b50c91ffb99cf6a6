/// What a workout's text can do that the service drops or misreads; the raw values are the findings' stable ids.
public enum WorkoutRule: String, Hashable, Sendable, CaseIterable {
    /// `400m` is 400 minutes.
    case metresAsMinutes = "metres-as-minutes"
    /// `1h30` is one hour and thirty seconds.
    case hoursThenSeconds = "hours-then-seconds"
    /// A step without duration and distance is dropped.
    case noDuration = "no-duration"
    /// A step of no seconds or metres is dropped.
    case zeroDuration = "zero-duration"
    /// `5min`, `1.5h`: a duration in a spelling the service does not read.
    case unreadDuration = "unread-duration"
    /// `5:00` is no duration.
    case clockDuration = "clock-duration"
    /// `400 metres`, `5k`: a distance in a spelling the service does not read.
    case unreadDistance = "unread-distance"
    /// `200 watts`, `Z2-4`, `62,5%`: a target in a spelling the service does not read.
    case unreadTarget = "unread-target"
    /// `1100%`, `Z9`, `0%`: a target that nobody can train at.
    case implausibleTarget = "implausible-target"
    /// Beats per minute are mere text.
    case bpm = "bpm"
    /// `5:00/km` without the word `Pace` is no target.
    case paceWithoutWord = "pace-without-word"
    /// `CSS`, `Threshold`, `5K Pace`: words that make no target.
    case lostTarget = "lost-target"
    /// `450w+`, `>85%`: a sign at the unit hides it, and what stands before the number does not count.
    case gluedUnit = "glued-unit"
    /// `88 - 92%`: only the second bound counts.
    case rangeWithBlanks = "range-with-blanks"
    /// `ramp 75%`: a ramp needs two ends.
    case rampWithOneEnd = "ramp-with-one-end"
    /// `Z2 60m 75% LTHR`: a zone before the length is a target of power too.
    case strayZone = "stray-zone"
    /// A share or zone of pace without a threshold pace.
    case paceWithoutThreshold = "pace-without-threshold"
    /// `intensity=hard`: no such value.
    case unknownOption = "unknown-option"
    /// A number beyond any use.
    case numberTooLarge = "number-too-large"
    /// Only the last of several durations or distances counts.
    case severalDurations = "several-durations"
    /// Only the last of several targets of one kind counts.
    case severalTargets = "several-targets"
    /// A rest that is folded into the step.
    case timeAndDistance = "time-and-distance"
    /// A power zone before the duration clears the label.
    case labelCleared = "label-cleared"
    /// Words behind the first item are lost.
    case lostWords = "lost-words"
    /// A sentence that became a step.
    case proseAsStep = "prose-as-step"
    /// A line that looks like a step but begins with something else than `-`.
    case notAStep = "not-a-step"
    /// `4-5m`: a length is no range.
    case lengthRange = "length-range"
    /// `- 4x 30s`: a step repeats only under a header.
    case repeatInStep = "repeat-in-step"
    /// A repeat header directly below steps.
    case repeatWithoutBlankLine = "repeat-without-blank-line"
    /// A repeat header directly below another.
    case nestedRepeat = "nested-repeat"
    /// Indented steps below a repeat header.
    case indentedSteps = "indented-steps"
    /// A repeat header without steps.
    case emptyRepeat = "empty-repeat"
    /// `0x`.
    case zeroRepeats = "zero-repeats"
    /// `4x Main set`: the count has to stand at the end.
    case repeatCountNotLast = "repeat-count-not-last"
    /// `Warm up`: the service is sure of `Warmup` only.
    case sectionSpelling = "section-spelling"
    /// `freeride` without a range: its load is unknown.
    case freeRide = "free-ride"
    /// More steps than a device takes.
    case manySteps = "many-steps"
}
