extension Memory {
    /// What is remembered after a run that read `live` and ended as the report says.
    ///
    /// Every event of ours that was seen is noted, not only what was written: a run that broke off before it learnt the
    /// number of a new event is made good by the next one.
    public func after(_ report: ApplyReport, live: [LiveEvent], desired: [DesiredEvent]) -> Memory {
        let plan = report.changes.plan
        var result = self
        for (identifier, owned) in Ownership(live, plan: plan, memory: self).owned {
            result.note(identifier, owned.event.id, .present)
        }
        for kept in report.changes.kept where kept.why == .deletedByAthlete {
            result.note(Marker.identifier(plan: plan, key: kept.key), kept.eventID, .deleted)
        }
        for change in report.changes.changes where change.result == .done {
            // A key that left the plan stands in the change as its marker has it.
            let identifier = change.key.first == "~" ? change.key : Marker.identifier(plan: plan, key: change.key)
            result.note(identifier, change.eventID, change.action == .delete ? .removed : .present)
        }
        for event in desired {
            let identifier = Marker.identifier(plan: plan, key: event.key)
            result.records[identifier]?.protect = event.protect
        }
        if !report.changes.isFiltered, report.changes.changes.contains(where: { $0.result == .done }) {
            result.generation = (generation ?? 0) + 1
        }
        return result
    }

    private mutating func note(_ identifier: String, _ eventID: Int?, _ fate: Record.Fate) {
        records[identifier, default: Record(eventID: nil)].eventID = eventID
        records[identifier]?.fate = fate
    }
}
