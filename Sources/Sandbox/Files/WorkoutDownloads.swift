import CivilDates
import WorkoutFiles
import Workouts

// events/{event}/download, workouts.zip and download-workout.
extension Service {
    /// Gives an event's workout as a file.
    func downloadEvent(_ call: Call) throws(ServiceError) -> Reply {
        let format = try WorkoutFormat(suffix: call.parameters["ext"] ?? "")
        let event = data.athletes[call.athlete].events[try place(ofEventIn: call)]
        guard let file = try file(of: event, format, call) else { throw .invalid("The event has no workout steps") }
        return Reply(file: file.bytes, name: file.name, contentType: format.contentType)
    }

    /// Gives all workouts of some days as files in an archive.
    func downloadCalendar(_ call: Call) throws(ServiceError) -> Reply {
        guard let ext = call.target.value("ext") else { throw .invalid("ext is required") }
        let format = try WorkoutFormat(suffix: ext)
        let (oldest, newest) = (try call.requiredDate("oldest"), try call.requiredDate("newest"))
        var archive = ZipArchive()
        for event in data.athletes[call.athlete].events
        where event.firstDay >= oldest && event.firstDay <= newest && isVisible(event, to: call.caller) {
            guard let file = try file(of: event, format, call) else { continue }
            archive.add("\(event.firstDay)-\(file.name)", file.bytes)
        }
        return Reply(file: archive.bytes, name: "workouts.zip", contentType: "application/zip")
    }

    /// Converts a workout that need not be stored anywhere.
    func convertWorkout(_ call: Call) throws(ServiceError) -> Reply {
        let format = try WorkoutFormat(suffix: call.parameters["ext"] ?? "")
        let body = Record(fields: try call.object())
        var record = RecordShape.workout.blank
        RecordShape.workout.apply(try RecordShape.workout.patch(body.fields), to: &record)
        let event = EventRecord(record, batch: 0)
        let workout = try WorkoutBody.workout(body)
        guard !workout.items.isEmpty else { throw .invalid("The workout has no steps") }
        let file = try WorkoutConversion.write(
            workout, as: format, of: event, for: data.athletes[call.athlete])
        return Reply(
            file: file, name: WorkoutConversion.name(record.text("name"), format), contentType: format.contentType)
    }

    /// Converts a workout for the owner of the key or token.
    func convertOwnWorkout(_ call: Call) throws(ServiceError) -> Reply {
        var call = call
        guard let athlete = data.place(ofAthlete: call.caller.athleteID) else { throw .denied }
        call.athlete = athlete
        return try convertWorkout(call)
    }

    /// An event's workout as a file, or nil where it has no steps.
    func file(
        of event: EventRecord, _ format: WorkoutFormat, _ call: Call
    ) throws(ServiceError) -> (name: String, bytes: [UInt8])? {
        // The ranges are checked, and change nothing: the writers keep targets as they were planned.
        _ = try TargetMargins(call)
        guard event.hasSteps, let text = event.description else { return nil }
        let bytes = try WorkoutConversion.write(
            Workout.read(text).workout, as: format, of: event, for: data.athletes[call.athlete])
        return (WorkoutConversion.name(event.record.text("name"), format), bytes)
    }
}
