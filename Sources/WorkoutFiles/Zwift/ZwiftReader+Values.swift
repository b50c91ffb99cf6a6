import Workouts

extension ZwiftReader {
    /// Percent of FTP for rides, percent of threshold pace for runs.
    var targetUnits: Target.Units { sport == .run ? .percentPace : .percentFTP }

    /// A step of the element's length; nil where it lasts no time.
    mutating func length(_ element: XMLElement, _ name: String = "duration") -> Step? {
        guard let attribute = element.attribute(name) else {
            findings.warn(
                .missingDuration, "<\(element.name)> has no \(name) and was left out", at: text.range(element.tag))
            return nil
        }
        guard let number = number(attribute), let length = wholeSeconds(number) else {
            if !findings.hasErrors {
                findings.fault(
                    .badNumber, "`\(attribute.value)` is no length of a step", at: text.range(attribute.range))
            }
            return nil
        }
        guard length > 0 else { return nil }
        return isByDistance ? Step(distance: Double(length)) : Step(duration: length)
    }

    /// A number that must be one; `NaN` and words are refused.
    mutating func number(_ attribute: XMLAttribute) -> Double? {
        switch NumberText(attribute.value) {
        case .value(let value): return value
        case .withComma(let value):
            findings.warn(.looseXML, "a comma was read as a decimal point", at: text.range(attribute.range))
            return value
        case .notFinite, .garbage:
            findings.fault(.badNumber, "`\(attribute.value.onOneLine)` is no number", at: text.range(attribute.range))
            return nil
        }
    }

    /// A fraction of the threshold in percent, where the attribute is there.
    mutating func fraction(_ element: XMLElement, _ name: String) -> Double? {
        guard let attribute = element.attribute(name), !attribute.value.isEmpty, let value = number(attribute) else {
            return nil
        }
        guard value >= 0, value <= 20 else {
            findings.fault(
                .badNumber, "`\(attribute.value)` is no fraction of the threshold, such as 0.75",
                at: text.range(attribute.range))
            return nil
        }
        return percent(ofFraction: value)
    }

    /// A steady target: one value, the middle of two, or a zone.
    mutating func middle(
        _ element: XMLElement, _ names: String..., low: String, high: String, zone: String
    ) -> Target? {
        for name in names {
            if let value = fraction(element, name) { return Target(value, value, targetUnits) }
        }
        let (low, high) = (fraction(element, low), fraction(element, high))
        if let low, let high { return Target(min(low, high), max(low, high), targetUnits) }
        if let value = low ?? high { return Target(value, value, targetUnits) }
        guard let attribute = element.attribute(zone) else { return nil }
        let digits = attribute.value.drop { $0 == "Z" || $0 == "z" || $0 == " " }
        guard let number = Int(digits), (1...7).contains(number) else {
            findings.warn(
                .ignoredValue, "`\(attribute.value)` is no zone and was left out", at: text.range(attribute.range))
            return nil
        }
        return Target(Double(number), Double(number), sport == .run ? .paceZone : .powerZone)
    }

    /// Sets the target of a step, and says where there is none.
    mutating func set(_ target: Target?, of step: inout Step, _ element: XMLElement) {
        guard let target else {
            if !findings.hasErrors {
                findings.warn(
                    .missingTarget, "<\(element.name)> says no power; its time was kept", at: text.range(element.tag))
            }
            return
        }
        setTarget(target, of: &step)
        readRacePace(element)
    }

    func setTarget(_ target: Target, of step: inout Step) {
        if sport == .run { step.pace = target } else { step.power = target }
    }

    /// A race pace that percents of a run are of; numbers beyond the five races are mere noise.
    private mutating func readRacePace(_ element: XMLElement) {
        let races = ["mile", "5 km", "10 km", "half-marathon", "marathon"]
        guard let attribute = element.attribute("pace") else { return }
        guard let index = Int(attribute.value), races.indices.contains(index) else {
            findings.warn(
                .ignoredValue, "`\(attribute.value)` is no race pace and was left out", at: text.range(attribute.range))
            return
        }
        guard sport == .run else { return }
        findings.note(
            .racePace, "the percents are of \(races[index]) pace in Zwift; here they are of threshold pace",
            at: text.range(attribute.range))
    }

    /// Turns a minute, alone or as a range; garbage is left out.
    mutating func cadence(_ element: XMLElement, _ name: String, low: String = "", high: String = "") -> Target? {
        if let value = turns(element, name) { return Target(value, value, .rpm) }
        let (low, high) = (turns(element, low), turns(element, high))
        if let low, let high { return Target(min(low, high), max(low, high), .rpm) }
        return (low ?? high).map { Target($0, $0, .rpm) }
    }

    private mutating func turns(_ element: XMLElement, _ name: String) -> Double? {
        guard let attribute = element.attribute(name), !attribute.value.isEmpty else { return nil }
        guard let value = NumberText(attribute.value).number, value >= 0, value <= 300 else {
            findings.warn(
                .ignoredValue, "`\(attribute.value)` is no cadence and was left out", at: text.range(attribute.range))
            return nil
        }
        return value.rounded() > 0 ? value.rounded() : nil
    }
}
