import Diagnostics

extension SyntaxDocument {
    /// Gives every comment, and the blank lines, to the unit that they belong to.
    mutating func attach(_ comments: [Comment], marks: [SyntaxReader.Mark], in source: SourceText) {
        let starts = source.lineStartsOfUnits(units)
        var pending: [(index: Int, comment: Comment)] = []
        for comment in comments {
            let index = source.index(of: comment.range.start)
            if !comment.isAlone, let unit = unit(before: index, marks, source), units[unit].trail == nil {
                units[unit].trail = (comment.text, comment.range.start.column - 1)
            } else {
                pending.append((index, comment))
            }
        }
        var next = units.startIndex
        for (index, comment) in pending {
            while next < units.count, units[next].start <= index || !units[next].isAlive { next += 1 }
            let isAfterBlank = comment.isAlone && source.isBlankLine(before: comment.range.start.line)
            let lines = (isAfterBlank ? [nil] : []) + [comment.text]
            if let unit = footUnit(comment, at: index, next: next) {
                units[unit].foot += lines
            } else if next < units.count {
                units[next].lead += lines
            } else {
                foot += lines
            }
        }
        for unit in units.indices where units[unit].isAlive {
            if let line = starts[unit], source.isBlankLine(before: line) { units[unit].lead.append(nil) }
        }
        if let first = units.firstIndex(where: \.isAlive) {
            head = units[first].lead
            units[first].lead = []
        }
    }

    /// The unit whose text ends before a comment on the same line.
    private func unit(before index: Int, _ marks: [SyntaxReader.Mark], _ source: SourceText) -> Int? {
        let after = marks.partitioningIndex { $0.end > index }
        guard after > 0 else { return nil }
        let mark = marks[after - 1]
        guard source.position(max(0, mark.end - 1)).line == source.position(index).line else { return nil }
        var unit = mark.unit
        while !units[unit].isAlive, let parent = units[unit].parent { unit = parent }
        return units[unit].isAlive ? unit : nil
    }

    /// The unit below which a comment stands: one that ends there and reaches further right than what follows.
    private func footUnit(_ comment: Comment, at index: Int, next: Int) -> Int? {
        guard comment.isAlone else { return nil }
        let column = comment.range.start.column - 1
        let nextColumn = next < units.count ? units[next].column : 0
        guard column > nextColumn else { return nil }
        var unit = units[..<next].lastIndex { $0.isAlive && $0.start < index }
        while let current = unit, units[current].column > column { unit = units[current].parent }
        guard let found = unit, units[found].column > nextColumn else { return nil }
        return found
    }
}

extension SourceText {
    /// The index of a place.
    fileprivate func index(of position: SourcePosition) -> Int {
        start(ofLine: position.line) + position.column - 1
    }

    /// The line of each unit, if it is the first unit that begins on it.
    fileprivate func lineStartsOfUnits(_ units: [SyntaxUnit]) -> [Int?] {
        var last = 0
        return units.map { unit in
            guard unit.isAlive else { return nil }
            let line = position(unit.start).line
            defer { last = line }
            return line != last ? line : nil
        }
    }

    /// Whether the line above a line has nothing but blanks.
    fileprivate func isBlankLine(before line: Int) -> Bool {
        guard line > 1 else { return false }
        let start = start(ofLine: line - 1)
        return scalars[start..<lineEnd(of: start)].allSatisfy(\.isYAMLBlank)
    }
}
