import CivilDates
import Testing

@testable import CalendarDiff

/// The decision table, field by field: what was last applied, what the athlete did, what the plan wants now.
@Suite struct EventMergeTests {
    private typealias Edit = @Sendable (inout EventContent) -> Void

    private static let edits: [EventField: [Edit]] = [
        .date: [{ $0.date = $0.date + 2 }, { $0.date = $0.date + 4 }],
        .endDate: [{ $0.lastDate = $0.date + 6 }, { $0.lastDate = $0.date + 8 }],
        .time: [{ $0.time = ClockTime(hour: 18, minute: 30) }, { $0.time = ClockTime(hour: 6, minute: 15) }],
        .category: [{ $0.category = "RACE_B" }, { $0.category = "RACE_C" }],
        .type: [{ $0.type = "Run" }, { $0.type = "VirtualRide" }],
        .name: [{ $0.name = "Athlete's" }, { $0.name = "Coach's" }],
        .description: [{ $0.description = "- 2h 60%" }, { $0.description = "- 3h 60%" }],
        .target: [{ $0.target = "HR" }, { $0.target = "PACE" }],
        .indoor: [{ $0.indoor = true }],
        .load: [{ $0.load = 90 }, { $0.load = 99 }],
        .duration: [{ $0.duration = 5400 }, { $0.duration = 7200 }],
        .distance: [{ $0.distance = 40_000 }, { $0.distance = 50_000 }],
    ]

    /// An event for which the plan sets every field.
    private var full: DesiredEvent {
        var event = Example.desired("base.w1.long")
        event.content.time = ClockTime(hour: 9, minute: 0)
        event.content.target = "POWER"
        event.content.load = 80
        event.content.duration = 3600
        event.content.distance = 30_000
        event.content.lastDate = event.content.date + 5
        return event
    }

    private func merge(
        _ base: DesiredEvent, athlete: [Edit] = [], plan: [Edit] = [], policy: ConflictPolicy = .skip
    ) throws -> EventMerge {
        var (live, desired) = (Example.live(base), base)
        for edit in athlete { edit(&live.content) }
        for edit in plan { edit(&desired.content) }
        let marker = try #require(live.externalID.flatMap(Marker.init))
        return EventMerge(
            Ownership.Owned(event: live, marker: marker), desired, plan: Example.plan, policy: policy)
    }

    @Test("nothing changed: nothing to write")
    func unchanged() throws {
        #expect(try !merge(full).isDifferent)
    }

    @Test("only the plan changed: the field is updated", arguments: edits.keys)
    func update(field: EventField) throws {
        let edit = try #require(Self.edits[field]?.last)
        let result = try merge(full, plan: [edit])
        #expect(Set(result.updates.keys) == [field])
        #expect(result.updates[field]?.base == .before)
        #expect(result.kept.isEmpty && result.conflicts.isEmpty)
    }

    @Test("only the athlete changed: the field is kept", arguments: edits.keys)
    func kept(field: EventField) throws {
        let edit = try #require(Self.edits[field]?.first)
        let result = try merge(full, athlete: [edit])
        #expect(Set(result.kept.keys) == [field])
        #expect(result.kept[field]?.base == .after)
        #expect(!result.needsWrite && result.conflicts.isEmpty)
    }

    @Test("both changed to the same: nothing to write", arguments: edits.keys)
    func agreement(field: EventField) throws {
        let edit = try #require(Self.edits[field]?.first)
        #expect(try !merge(full, athlete: [edit], plan: [edit]).isDifferent)
    }

    @Test("both changed to something else: a conflict, for which the old hash is kept", arguments: edits.keys)
    func conflict(field: EventField) throws {
        guard field != .indoor else { return }
        let both = try #require(Self.edits[field])
        let result = try merge(full, athlete: [both[0]], plan: [both[1]])
        #expect(result.conflicts == [field])
        #expect(!result.needsWrite && result.kept.isEmpty)
        let group = try #require(field.group)
        #expect(result.hashes[group] == GroupHashes(of: full.content)[group])
    }

    @Test("a conflict can be decided for either side", arguments: edits.keys)
    func decided(field: EventField) throws {
        guard field != .indoor else { return }
        let both = try #require(Self.edits[field])
        let ours = try merge(full, athlete: [both[0]], plan: [both[1]], policy: .ours)
        #expect(Set(ours.updates.keys) == [field])
        #expect(ours.conflicts.isEmpty)
        let theirs = try merge(full, athlete: [both[0]], plan: [both[1]], policy: .theirs)
        #expect(theirs.updates.isEmpty && theirs.conflicts.isEmpty)
        #expect(Set(theirs.kept.keys) == [field])
        #expect(theirs.needsWrite)
    }

    @Test("any two fields that different sides changed merge, in one group too")
    func pairs() throws {
        for (athletes, mine) in Self.edits {
            for (plans, other) in Self.edits where plans != athletes {
                let result = try merge(full, athlete: [mine[0]], plan: [other[other.count - 1]])
                #expect(Set(result.kept.keys) == [athletes], "\(athletes) by the athlete, \(plans) by the plan")
                #expect(Set(result.updates.keys) == [plans], "\(athletes) by the athlete, \(plans) by the plan")
                #expect(result.conflicts.isEmpty)
            }
        }
    }

    @Test("after a write the marker tells the plan's values apart from the athlete's again")
    func secondRun() throws {
        let first = try merge(full, athlete: [Self.edits[.date]![0]], plan: [Self.edits[.time]![1]])
        var (live, desired) = (Example.live(full), full)
        Self.edits[.date]![0](&live.content)
        Self.edits[.time]![1](&desired.content)
        live.content.time = desired.content.time
        let marker = Marker(plan: Example.plan, key: full.key, hashes: first.hashes)
        let second = EventMerge(
            Ownership.Owned(event: live, marker: marker), desired, plan: Example.plan, policy: .skip)
        #expect(Set(second.kept.keys) == [.date])
        #expect(!second.needsWrite && second.conflicts.isEmpty)
    }

    @Test("what the plan leaves open belongs to the athlete")
    func open() throws {
        let base = Example.desired("base.w1.long")
        for field in [EventField.time, .target, .load, .duration, .distance] {
            #expect(try !merge(base, athlete: [Self.edits[field]![0]]).isDifferent)
            let other = try merge(base, athlete: [Self.edits[field]![0]], plan: [{ $0.name = "New" }])
            #expect(Set(other.updates.keys) == [.name])
        }
    }

    @Test("an open field does not hide changes of its group")
    func openWithinGroup() throws {
        let result = try merge(
            Example.desired("base.w1.long"), athlete: [Self.edits[.time]![0]], plan: [Self.edits[.date]![0]])
        #expect(Set(result.updates.keys) == [.date])
        #expect(result.kept.isEmpty)
    }

    @Test("a time or target that the plan gives up goes, if the athlete left it alone")
    func givenUp() throws {
        let result = try merge(full, plan: [{ $0.time = nil }, { $0.target = nil }])
        #expect(result.updates[.time] == FieldChange(before: .text("09:00"), after: nil, base: .before))
        #expect(result.updates[.target] == FieldChange(before: .text("POWER"), after: .text("AUTO"), base: .before))
        let edited = try merge(
            full, athlete: [Self.edits[.time]![0], Self.edits[.target]![0]],
            plan: [{ $0.time = nil }, { $0.target = nil }])
        #expect(!edited.isDifferent)
    }

    @Test("figures of a workout that gets steps are the service's")
    func figuresWithSteps() throws {
        let result = try merge(
            full, athlete: [{ $0.load = 61 }],
            plan: [{ ($0.load, $0.duration, $0.distance) = (nil, nil, nil) }, { $0.description = "- 50m 70%" }])
        #expect(Set(result.updates.keys) == [.description])
        #expect(result.kept.isEmpty && result.conflicts.isEmpty)
    }

    @Test("a figure that the plan begins to set replaces the service's")
    func figureBegins() throws {
        let result = try merge(
            Example.desired("base.w1.long"), athlete: [{ $0.load = 61 }], plan: [{ $0.load = 50 }])
        #expect(Set(result.updates.keys) == [.load])
        #expect(result.conflicts.isEmpty)
    }

    @Test("a figure that the service drops is neither kept nor sent again")
    func droppedFigure() throws {
        #expect(try !merge(full, athlete: [{ $0.load = nil }]).isDifferent)
        #expect(try Set(merge(full, athlete: [{ $0.load = nil }], plan: [{ $0.load = 81 }]).updates.keys) == [.load])
    }

    @Test("the plan's lock and tag win, other tags stay")
    func twoWay() throws {
        var (live, desired) = (Example.live(full), full)
        live.tags = ["mine"]
        desired.lock = true
        let marker = try #require(live.externalID.flatMap(Marker.init))
        let owned = Ownership.Owned(event: live, marker: marker)
        let result = EventMerge(owned, desired, plan: Example.plan, policy: .skip)
        #expect(result.updates[.lock]?.after == .flag(true))
        #expect(result.updates[.tags]?.after == .list(["mine", "plan:demo"]))
        live.tags = ["plan:demo", "mine"]
        desired.tag = nil
        let untagged = EventMerge(
            Ownership.Owned(event: live, marker: marker), desired, plan: Example.plan, policy: .skip)
        #expect(untagged.updates[.tags]?.after == .list(["mine"]))
    }
}
