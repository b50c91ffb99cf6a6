public import CivilDates
public import IntervalsICU

extension LibraryFolder {
    /// The workouts as events from a day on: those of a library plan on their days, others one a day by name.
    public func events(of athlete: String, from first: CivilDate, _ client: IntervalsClient) async throws -> [Event] {
        let hasDays = type == "PLAN"
        let (start, service) = (
            LibraryFolderService.firstDay, LibraryFolderService(client, folder: id, hasDays: hasDays, owner: "")
        )
        let events = try await service.events(athlete: athlete, oldest: start, newest: start)
            .sorted { ($0.name ?? "", $0.id) < ($1.name ?? "", $1.id) }
        return events.enumerated().map { place, workout in
            var event = workout
            let day = hasDays ? workout.startDateLocal.date - start : place
            event.startDateLocal = LocalDateTime(first + day, workout.startDateLocal.time)
            // Whoever pushed it there owns the workout in the library, not the event that it becomes.
            event.externalID = nil
            return event
        }
    }
}
