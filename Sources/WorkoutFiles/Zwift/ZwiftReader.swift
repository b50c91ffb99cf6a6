import Diagnostics
import Workouts

/// Reads Zwift's ZWO, in the many ways in which it is written.
struct ZwiftReader {
    let text: FileText
    var findings: FileFindings
    /// The sport that targets and lengths go by.
    var sport = Sport.ride
    /// Whether lengths are metres.
    var isByDistance = false
    var items: [WorkoutItem] = []

    /// The workout of a file; nil after an error.
    static func read(_ source: SourceFile, _ findings: inout FileFindings) -> WorkoutFile? {
        let text = FileText(source)
        if source.bytes.count > 8_000_000 {
            findings.fault(.fileTooLarge, "no workout has so many bytes")
            return nil
        }
        if let place = text.firstForeign {
            findings.warn(
                .foreignBytes, "this is no UTF-8; it was read as Windows-1252", at: text.range(place..<place + 1))
        }
        guard let root = XMLReader.read(text, &findings) else { return nil }
        var reader = ZwiftReader(text: text, findings: findings)
        let file = reader.read(root)
        findings = reader.findings
        return findings.hasErrors ? nil : file
    }

    private init(text: FileText, findings: FileFindings) {
        self.text = text
        self.findings = findings
    }

    private mutating func read(_ root: XMLElement) -> WorkoutFile? {
        guard root.key == "workout_file" else {
            findings.fault(
                .foreignSchema, "the root is <\(root.name)>, so this is no ZWO, whose root is <workout_file>",
                at: text.range(root.tag))
            return nil
        }
        guard let workout = root.child("workout") else {
            findings.fault(.missingDuration, "there is no <workout> in this file", at: text.range(root.tag))
            return nil
        }
        guard workout.isClosed else {
            findings.fault(
                .brokenXML, "the file ends inside <workout>, so steps are missing", at: text.range(workout.tag))
            return nil
        }
        readSport(root)
        let ftp = readFTP(root)
        readSteps(workout)
        guard !findings.hasErrors else { return nil }
        if items.isEmpty {
            findings.fault(.zeroLength, "the steps of this workout last no time", at: text.range(workout.tag))
            return nil
        }
        return file(root, ftp: ftp)
    }

    private func file(_ root: XMLElement, ftp: Int?) -> WorkoutFile {
        let name = root.child("name", "n")?.text.onOneLine ?? ""
        let description = root.child("description")?.text.tidied ?? ""
        var file = WorkoutFile(
            name: name, sport: sport, workout: Workout(description: description, items: items),
            author: root.child("author")?.text.onOneLine ?? "")
        file.ftp = ftp
        let tags = root.child("tags")?.children ?? []
        file.tags = tags.map { ($0.attribute("name")?.value ?? $0.text).onOneLine }.filter { !$0.isEmpty }
        return file
    }

    private mutating func readSport(_ root: XMLElement) {
        let written = root.child("sporttype")?.text.onOneLine ?? ""
        switch written.lowercased() {
        case "run", "running": sport = .run
        case "bike", "cycling", "ride", "": sport = .ride
        default:
            findings.warn(
                .ignoredValue, "the sport `\(written)` is none of Zwift's; it was read as a ride",
                at: root.child("sporttype").map { text.range($0.tag) })
        }
        isByDistance = root.child("durationtype")?.text.onOneLine.lowercased() == "distance"
    }

    private mutating func readFTP(_ root: XMLElement) -> Int? {
        guard let element = root.child("ftpoverride"), !element.text.onOneLine.isEmpty else { return nil }
        guard let watts = NumberText(element.text).number, watts >= 1, watts <= 2000 else {
            findings.warn(
                .ignoredValue, "`\(element.text.onOneLine)` is no FTP and was left out", at: text.range(element.tag))
            return nil
        }
        let ftp = Int(watts.rounded())
        findings.warn(
            .ftpOverride, "the file sets an FTP of \(ftp) W for its percents; here they are of the rider's own",
            at: text.range(element.tag))
        return ftp
    }

    private mutating func readSteps(_ workout: XMLElement) {
        let elements = workout.children.flatMap(Self.siblings)
        for (index, element) in elements.enumerated() where !findings.hasErrors {
            read(element, isFirst: items.isEmpty, isLast: index == elements.count - 1)
        }
    }

    private static let timed: Set = [
        "steadystate", "solidstate", "warmup", "cooldown", "ramp", "intervalst", "freeride", "maxeffort", "restday",
    ]

    /// The element and the steps inside it, which a missing slash has put there.
    private static func siblings(_ element: XMLElement) -> [XMLElement] {
        guard timed.contains(element.key) else { return [element] }
        var own = element
        own.children.removeAll { timed.contains($0.key) }
        return [own] + element.children.filter { timed.contains($0.key) }.flatMap(siblings)
    }
}

extension ZwiftReader {
    /// Reads one timed element.
    private mutating func read(_ element: XMLElement, isFirst: Bool, isLast: Bool) {
        switch element.key {
        case "steadystate", "solidstate": add(steady(element), element)
        case "warmup": add(ramp(element, marksWarmup: isFirst), element)
        case "cooldown": add(cooldown(element, marksCooldown: isLast), element)
        case "ramp": add(ramp(element), element)
        case "intervalst": readIntervals(element)
        case "freeride": add(freeRide(element), element)
        case "maxeffort":
            var step = length(element)
            step?.maxEffort = true
            add(step, element)
        case "restday":
            var step = length(element)
            step?.text = "Rest"
            add(step, element)
        case "textevent", "textnotification", "gameplayevent": readLooseMessage(element)
        default: readUnknown(element)
        }
    }

    /// Takes a step with the messages of its element.
    private mutating func add(_ step: Step?, _ element: XMLElement) {
        guard var step else { return }
        let messages = messages(of: element).filter { message in
            let isInside = message.second < (step.duration ?? 1)
            if !isInside {
                findings.warn(
                    .lostMessage, "a message comes after its step's end and was left out", at: text.range(element.tag))
            }
            return isInside
        }
        step.take(messages: messages)
        items.append(.step(step))
    }

    private mutating func steady(_ element: XMLElement) -> Step? {
        guard var step = length(element) else { return nil }
        let power = middle(element, "power", "target", low: "powerlow", high: "powerhigh", zone: "zone")
        set(power, of: &step, element)
        step.cadence = cadence(element, "cadence", low: "cadencelow", high: "cadencehigh")
        return step
    }

    private mutating func ramp(_ element: XMLElement, marksWarmup: Bool = false) -> Step? {
        guard var step = length(element) else { return nil }
        step.warmup = marksWarmup
        let low = fraction(element, "powerlow")
        let high = fraction(element, "powerhigh")
        if let low, let high {
            set(Target(low, high, targetUnits), of: &step, element)
            step.ramp = low != high
        } else {
            let power = middle(element, "power", "target", low: "powerlow", high: "powerhigh", zone: "zone")
            set(power, of: &step, element)
        }
        step.cadence = cadence(element, "cadence", low: "cadencelow", high: "cadencehigh")
        return step
    }

    /// A cool-down descends, whichever way round its file writes the two ends.
    private mutating func cooldown(_ element: XMLElement, marksCooldown: Bool) -> Step? {
        guard var step = ramp(element) else { return nil }
        step.cooldown = marksCooldown
        func descending(_ target: Target?) -> Target? {
            target.map { Target(max($0.start, $0.end), min($0.start, $0.end), $0.units) }
        }
        guard step.ramp, step.power != descending(step.power) || step.pace != descending(step.pace) else { return step }
        step.power = descending(step.power)
        step.pace = descending(step.pace)
        findings.note(
            .reversedCooldown, "this cool-down rises as written; it was turned round", at: text.range(element.tag))
        return step
    }

    private mutating func freeRide(_ element: XMLElement) -> Step? {
        guard var step = length(element) else { return nil }
        step.freeride = true
        if let power = fraction(element, "power"), power > 0 { setTarget(Target(power, power, targetUnits), of: &step) }
        step.cadence = cadence(element, "cadence", low: "cadencelow", high: "cadencehigh")
        return step
    }

    private mutating func readUnknown(_ element: XMLElement) {
        guard element.attribute("duration") != nil else {
            findings.warn(
                .unknownElement, "<\(element.name)> is no step that anybody knows; it was left out",
                at: text.range(element.tag))
            return
        }
        findings.warn(
            .unknownElement, "<\(element.name)> is no step that anybody knows; its time was kept",
            at: text.range(element.tag))
        add(steady(element), element)
    }
}
