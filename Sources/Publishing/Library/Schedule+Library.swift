public import CalendarDiff
import CivilDates
public import Periodization

extension Schedule {
    /// The plan's workouts and races as those of a library plan, on days from its first.
    public var libraryWorkouts: [DesiredEvent] {
        let shift = LibraryFolderService.firstDay - start
        return desiredEvents.filter { $0.content.type != nil && $0.content.end == $0.content.date }.map { event in
            var workout = event
            workout.content.date = event.content.date + shift
            workout.content.category = "WORKOUT"
            workout.tag = nil
            workout.lock = false
            return workout
        }
    }
}
