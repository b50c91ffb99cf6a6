import CivilDates

extension ChangeSet: Codable {
    private enum CodingKeys: String, CodingKey {
        case formatVersion = "format_version"
        case plan, athlete, today, timezone, window, digest, generation, changes, kept, conflicts, locked, copies
        case standins, proposals, effect, file, options, unowned, unchanged, rails, filtered, totals
        case planDigest = "plan_digest"
        case later = "beyond_rollout"
        case raisesGeneration = "raises_generation"
        case failsOnConflict = "fails_on_conflict"
    }

    /// Writes every key; totals are for readers only.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ChangeSet.formatVersion, forKey: .formatVersion)
        try container.encode(plan, forKey: .plan)
        try container.encode(athlete, forKey: .athlete)
        try container.encode(date: today, forKey: .today)
        try container.encode(timezone, forKey: .timezone)
        try container.encode(window, forKey: .window)
        try container.encode(digest, forKey: .digest)
        try container.encode(planDigest, forKey: .planDigest)
        try container.encode(generation, forKey: .generation)
        try container.encode(file, forKey: .file)
        try container.encode(options, forKey: .options)
        try container.encode(changes, forKey: .changes)
        try container.encode(kept, forKey: .kept)
        try container.encode(conflicts, forKey: .conflicts)
        try container.encode(locked, forKey: .locked)
        try container.encode(copies, forKey: .copies)
        try container.encode(standins, forKey: .standins)
        try container.encode(proposals, forKey: .proposals)
        try container.encode(later, forKey: .later)
        try container.encode(effect, forKey: .effect)
        try container.encode(unowned, forKey: .unowned)
        try container.encode(rails, forKey: .rails)
        try container.encode(isFiltered, forKey: .filtered)
        try container.encode(raisesGeneration, forKey: .raisesGeneration)
        try container.encode(failsOnConflict, forKey: .failsOnConflict)
        try container.encode(totals, forKey: .totals)
    }

    /// Reads what `encode` wrote; what only later versions write may be missing.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            plan: try container.decode(String.self, forKey: .plan),
            athlete: try container.decode(String.self, forKey: .athlete),
            today: try container.date(forKey: .today),
            timezone: try container.decodeIfPresent(String.self, forKey: .timezone),
            window: try container.decode(Window.self, forKey: .window),
            planDigest: try container.decode(String.self, forKey: .planDigest),
            generation: try container.decodeIfPresent(Int.self, forKey: .generation))
        digest = try container.decode(String.self, forKey: .digest)
        file = try container.decodeIfPresent(String.self, forKey: .file)
        options = try container.decodeIfPresent([String].self, forKey: .options) ?? []
        proposals = try container.decodeIfPresent([MoveProposal].self, forKey: .proposals) ?? []
        later = try container.decodeIfPresent(Int.self, forKey: .later) ?? 0
        effect = try container.decodeIfPresent(LoadEffect.self, forKey: .effect)
        raisesGeneration = try container.decodeIfPresent(Bool.self, forKey: .raisesGeneration) ?? true
        changes = try container.decode([Change].self, forKey: .changes)
        kept = try container.decode([KeptEvent].self, forKey: .kept)
        conflicts = try container.decode([Conflict].self, forKey: .conflicts)
        locked = try container.decode([LockedEvent].self, forKey: .locked)
        copies = try container.decodeIfPresent([CopiedEvent].self, forKey: .copies) ?? []
        standins = try container.decodeIfPresent([Standin].self, forKey: .standins) ?? []
        unowned = try container.decodeIfPresent(Int.self, forKey: .unowned) ?? 0
        rails = try container.decode([RailRefusal].self, forKey: .rails)
        isFiltered = try container.decodeIfPresent(Bool.self, forKey: .filtered) ?? false
        failsOnConflict = try container.decodeIfPresent(Bool.self, forKey: .failsOnConflict) ?? false
        unchanged = try container.decode(Totals.self, forKey: .totals).unchanged
    }
}

extension RailRefusal: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, limit, value, acknowledge
    }

    /// Writes every key.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(limit, forKey: .limit)
        try container.encode(value, forKey: .value)
        try container.encode(acknowledge, forKey: .acknowledge)
    }

    /// Reads what `encode` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try container.decode(ID.self, forKey: .id), limit: try container.decode(Int.self, forKey: .limit),
            value: try container.decode(Int.self, forKey: .value),
            acknowledge: try container.decodeIfPresent(String.self, forKey: .acknowledge))
    }
}

extension ChangeSet.Window: Codable {
    private enum CodingKeys: String, CodingKey {
        case oldest, newest
    }

    /// Writes both days.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(date: oldest, forKey: .oldest)
        try container.encode(date: newest, forKey: .newest)
    }

    /// Reads both days.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(oldest: try container.date(forKey: .oldest), newest: try container.date(forKey: .newest))
    }
}
