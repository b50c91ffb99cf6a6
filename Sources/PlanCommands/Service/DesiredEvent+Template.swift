import Diagnostics
import CalendarDiff
import Periodization
import PlanSpec
import Publishing
import Workouts

extension DesiredEvent {
    /// A template as a workout of a library folder, with the defaults of its parameters.
    init(template: WorkoutTemplate, sport: Sport) {
        var content = EventContent(
            date: LibraryFolderService.firstDay, category: "WORKOUT", type: (template.sport ?? sport).name,
            name: template.name.text(with: template.defaults),
            description: template.publishedDescription(with: template.defaults))
        var hasSteps = false
        if case .text = template.body { hasSteps = true }
        if !hasSteps {
            content.load = template.load.map { Int($0.rounded()) }.flatMap { $0 > 0 ? $0 : nil }
            content.duration = template.duration
        }
        self.init(key: template.id.value, content: content)
        self.hasSteps = hasSteps
        source = "\(template.range.file):\(template.range.start.line)"
    }
}
