// athlete/{athlete}/folders/{folder}/shared-with.
extension Service {
    /// Lists with whom a folder is shared.
    func listShares(_ call: Call) throws(ServiceError) -> Reply {
        shown(sharesOf: data.athletes[call.athlete].folders[try place(ofFolderIn: call)])
    }

    /// Adds people to those a folder is shared with, or changes whether they may edit it.
    ///
    /// The list replaces the one before, so that who is left out loses the folder.
    mutating func updateShares(_ call: Call) throws(ServiceError) -> Reply {
        let place = try place(ofFolderIn: call)
        var shares: [FolderRecord.Share] = []
        for body in try call.objects() {
            guard let id = body["id"]?.asText else { throw .invalid("id is required") }
            guard data.place(ofAthlete: id) != nil else { throw .notFound("Athlete \(id)") }
            guard id != data.athletes[call.athlete].id else { throw .invalid("A folder is not shared with its owner") }
            shares.removeAll { $0.athleteID == id }
            shares.append(FolderRecord.Share(athleteID: id, canEdit: body["canEdit"]?.asBool ?? false))
        }
        data.athletes[call.athlete].folders[place].shares = shares
        return shown(sharesOf: data.athletes[call.athlete].folders[place])
    }

    private func shown(sharesOf folder: FolderRecord) -> Reply {
        Reply(
            .list(
                folder.shares.compactMap { share in
                    guard let place = data.place(ofAthlete: share.athleteID) else { return nil }
                    var card = SandboxData.card(of: data.athletes[place]).asObject ?? [:]
                    card["canEdit"] = .bool(share.canEdit)
                    return .object(card)
                }))
    }
}

extension SandboxData {
    /// What others see of an athlete.
    static func card(of athlete: AthleteData) -> JSONValue {
        var card: [String: JSONValue] = [:]
        for name in ["id", "name", "city", "state", "country", "timezone", "sex", "bio", "website", "email"] {
            card[name] = athlete.profile[name] ?? .null
        }
        card["profile_medium"] = .null
        return .object(card)
    }
}
