import CivilDates
import PlanSpec

/// What a plan's overlays say of each day.
struct LifeCalendar {
    /// How training comes back on a day.
    struct Comeback {
        /// The overlay that it follows.
        let overlay: LifeOverlay
        /// The part of the planned size.
        let factor: Double
        /// Whether hard sessions are left out.
        let noHard: Bool
    }

    private let overlays: [LifeOverlay]
    private var comebacks: [CivilDate: Comeback] = [:]

    init(_ plan: Plan) {
        overlays = plan.life
        guard let first = overlays.map(\.from.value).min(), let last = overlays.map(\.to.value).max() else { return }
        var daysOff = 0
        var date = first
        while date <= last + 1 {
            if let overlay = room(on: date)?.overlay, room(on: date)?.room.isOff ?? false {
                daysOff += 1
                if room(on: date + 1)?.room.isOff != true { addComeback(after: overlay, daysOff, from: date + 1) }
            } else {
                daysOff = 0
            }
            date = date + 1
        }
    }

    /// After 6 to 28 days off the first half of as many days is half as big and without hard sessions, the second has
    /// three quarters (Daniels).
    private mutating func addComeback(after overlay: LifeOverlay, _ daysOff: Int, from date: CivilDate) {
        guard overlay.comeback == .auto, (6...28).contains(daysOff) else { return }
        let half = (daysOff + 1) / 2
        for day in 0..<daysOff {
            comebacks[date + day] = Comeback(overlay: overlay, factor: day < half ? 0.5 : 0.75, noHard: day < half)
        }
    }

    /// The room that an overlay gives a date, of several a day off, else the least, else the last; nil where the
    /// plan's stays.
    func room(on date: CivilDate) -> (overlay: LifeOverlay, room: Availability.Day)? {
        var result: (overlay: LifeOverlay, room: Availability.Day)?
        for overlay in overlays where overlay.covers(date) {
            guard let room = overlay.room(on: date) else { continue }
            if room.max ?? .max <= result?.room.max ?? .max { result = (overlay, room) }
        }
        return result
    }

    /// The camp with a load that a date is in.
    func camp(on date: CivilDate) -> LifeOverlay? {
        overlays.last { $0.load != nil && $0.covers(date) }
    }

    /// How training comes back on a date.
    func comeback(on date: CivilDate) -> Comeback? {
        room(on: date)?.room.isOff ?? false ? nil : comebacks[date]
    }

    /// The overlays on any day of a week.
    func overlays(in frame: WeekFrame) -> [LifeOverlay] {
        overlays.filter { $0.from.value <= frame.end && frame.start <= $0.to.value }
    }

    /// Whether any day of a week is other than the plan's.
    func touches(_ frame: WeekFrame) -> Bool {
        !overlays(in: frame).isEmpty || (0..<7).contains { comebacks[frame.date($0)] != nil }
    }
}
