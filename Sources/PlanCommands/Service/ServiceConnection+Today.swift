import CalendarDiff
import IntervalsICU

extension ServiceConnection {
    /// The events with those marked as completed that an activity of today names.
    ///
    /// Whoever writes today's events must not rely on what the events say of themselves: the pairing of an activity that
    /// has just been uploaded may not have reached them.
    func completing(_ live: [LiveEvent], _ context: CommandContext) async throws -> [LiveEvent] {
        let activities: [Activity]
        do {
            activities = try await client.activities(athlete: athlete.id, oldest: today, newest: today)
        } catch let error as ServiceError {
            throw context.failure(.failed, "\(error); --include-today needs today's activities")
        }
        let done = Dictionary(
            activities.compactMap { activity in activity.pairedEventID.map { ($0, activity.id) } },
            uniquingKeysWith: { first, _ in first })
        return live.map { event in
            guard let activity = done[event.id] else { return event }
            var event = event
            event.paired = true
            event.pairedActivityID = event.pairedActivityID ?? activity
            return event
        }
    }
}
