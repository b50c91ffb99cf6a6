import CivilDates
import Diagnostics
import YAML

extension MapReader<PlanKeys> {
    /// The plan's first day, by `start`, by `finish`, or by what the caller puts in their place; the calendar is known
    /// from then on.
    func anchor(_ weekStarts: Weekday, _ phases: [Phase]) -> Located<CivilDate>? {
        let (start, finish) = (self.start, self.finish)
        if has(\.start), has(\.finish), let other = present(["start", "finish"]).last {
            reading.fault(
                .oneAnchor, "a plan has either `start`, or `finish` from which its weeks are counted back",
                at: other.keyRange)
        }
        if !has(\.start), !has(\.finish), reading.anchor == nil {
            reading.fault(.oneAnchor, "a plan needs the key `start` or `finish`", at: node.place)
        }
        let written = node(of: \.phases)?.sequence?.count ?? 0
        let isWhole = !phases.isEmpty && phases.count == written
        let place = (start ?? finish)?.range ?? node.place
        guard let anchor = reading.anchor ?? start.map({ .start($0.value) }) ?? finish.map({ .finish($0.value) })
        else { return nil }
        let weeks = phases.map { (id: $0.id.value, weeks: $0.weeks) }
        let total = weeks.reduce(0) { $0 + $1.weeks }
        switch anchor {
        case .start(let day):
            reading.checkStart(Located(day, at: place), weekStarts)
            let last = finish.map { day + 7 * (total - 1) + $0.value.weekday.offset(from: day.weekday) }
            if isWhole { reading.calendar = PlanCalendar(start: day, finish: last, phases: weeks) }
            return Located(day, at: place)
        case .finish(let day):
            guard isWhole else { return nil }
            let first = PlanCalendar.start(of: total, ending: day, weekStarts: weekStarts)
            reading.calendar = PlanCalendar(start: first, finish: day, phases: weeks)
            return Located(first, at: place)
        }
    }
}
