// athlete/{athlete}/training-plan and PUT athlete-plans.
extension Service {
    /// Shows the plan that is assigned to an athlete.
    func showTrainingPlan(_ call: Call) -> Reply {
        Reply(trainingPlan(of: call.athlete, call))
    }

    /// Assigns a plan to an athlete, or only another start or name.
    mutating func updateTrainingPlan(_ call: Call) throws(ServiceError) -> Reply {
        try assign(try call.object(), to: call.athlete, call)
        return showTrainingPlan(call)
    }

    /// Assigns plans to several athletes, each named by an id.
    mutating func updateTrainingPlans(_ call: Call) throws(ServiceError) -> Reply {
        guard call.caller.scopes == nil else { throw .denied }
        let before = data
        do throws(ServiceError) {
            for body in try call.objects() {
                guard let id = body["id"]?.asText, let place = data.place(ofAthlete: id) else { throw .denied }
                try permit(call.caller, on: id, write: true)
                try assign(body, to: place, call)
            }
        } catch {
            data = before
            throw error
        }
        return Reply([:])
    }

    private mutating func assign(_ body: [String: JSONValue], to athlete: Int, _ call: Call) throws(ServiceError) {
        let shape = RecordShape.trainingPlan
        var record = data.athletes[athlete].profile
        let patch = try shape.patch(body)
        if let id = patch["training_plan_id"]?.asInteger {
            guard data.athletes.contains(where: { $0.folders.contains { $0.id == id } }) else {
                throw .notFound("Plan \(id)")
            }
        }
        if let start = patch["training_plan_start_date"]?.asText {
            guard Service.planStart(start) != nil else { throw .invalid("Invalid training_plan_start_date \(start)") }
        }
        shape.apply(patch, to: &record)
        data.athletes[athlete].profile = record
    }

    private func trainingPlan(of athlete: Int, _ call: Call) -> JSONValue {
        let profile = data.athletes[athlete].profile
        var object = RecordShape.trainingPlan.shown(profile)
        object["athlete_id"] = profile["id"] ?? .null
        object["timezone"] = profile["timezone"] ?? .null
        object["training_plan_last_applied"] = profile["training_plan_last_applied"] ?? .null
        let folder = data.athletes[athlete].folders.first { $0.id == profile.integer("training_plan_id") }
        object["training_plan"] = folder.map { shown(folder: $0, call, withChildren: false) } ?? .null
        return .object(object)
    }
}

extension RecordShape {
    /// What is kept, among an athlete's profile, of the plan that is assigned.
    static let trainingPlan = RecordShape(
        some(.integer, "training_plan_id") + some(.text, "training_plan_start_date training_plan_alias")
    )
}
