/// The scores of groups as a picture: a dot for each person, the mean and its interval.
///
/// All groups share one axis, so that they are compared by where they lie; every person is seen, so
/// that a mean cannot hide what it is the mean of.
///
/// - Sources: Weissgerber et al. (2015), doi:10.1371/journal.pbio.1002128.
public struct GroupPicture: Sendable, Hashable {
  /// One group.
  public struct Group: Sendable, Hashable {
    public let name: String
    /// At least one.
    public let values: [Double]
    public let mean: Double
    /// Of the mean; `nil` where there is none.
    public let interval: ClosedRange<Double>?

    public init(_ name: String, _ values: [Double], mean: Double, interval: ClosedRange<Double>?) {
      precondition(!values.isEmpty, "a group has somebody in it")
      self.name = name
      self.values = values
      self.mean = mean
      self.interval = interval
    }
  }

  /// What the scores are of.
  public let title: String
  public let groups: [Group]
  /// `95 %`.
  public let level: String

  public init(title: String, groups: [Group], level: String) {
    precondition(!groups.isEmpty, "a picture shows a group")
    self.title = title
    self.groups = groups
    self.level = level
  }

  /// What the picture shows, in words: for those who hear it rather than see it.
  public var alternative: String { groups.map(words).joined(separator: " ").inert }

  /// The axis: from the lowest of all that is drawn to the highest.
  var range: ClosedRange<Double> {
    let ends = groups.flatMap { group in
      group.values + (group.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }
    let (low, high) = (ends.min() ?? 0, ends.max() ?? 0)
    // One value alone still needs an axis around it.
    return low < high ? low...high : low - 0.5...high + 0.5
  }

  /// What is known of a group, as in `outreach (n = 28): mean 3.33, 95 % interval 2.99 to 3.67`.
  func words(_ group: Group) -> String {
    let number = { (value: Double) in APAStyle.show(value, as: .number) }
    let interval = group.interval.map {
      ", \(level) interval \(number($0.lowerBound)) to \(number($0.upperBound))"
    }
    return "\(group.name) (n = \(group.values.count)): mean \(number(group.mean))\(interval ?? "")."
  }

  /// Marks of plain characters, the words before them, so that those are heard first.
  ///
  /// - Parameter width: In columns of a terminal.
  /// - Returns: Lines, each with a line end.
  public func text(width: Int = 80) -> String {
    let columns = max(min(width, 100) - 4, 20)
    let (low, high) = (range.lowerBound, range.upperBound)
    func column(_ value: Double) -> Int {
      // Halves, for the distance of the largest numbers is more than a number holds.
      Int(((value / 2 - low / 2) / (high / 2 - low / 2) * Double(columns - 1)).rounded())
    }
    // The same mark means the same number of people in every group.
    var counts = groups.map { group in
      var counts = Array(repeating: 0, count: columns)
      for value in group.values { counts[column(value)] += 1 }
      return counts
    }
    let most = counts.joined().max() ?? 1
    let marks: [Character] = [".", ":", "*", "#"]
    let step = max(1, (most + marks.count - 1) / marks.count)
    func wrapped(_ words: String, bullet: String = "") -> [String] {
      words.wrapped(to: max(width, 24), bullet: bullet).split(separator: "\n").map(String.init)
    }
    var lines = wrapped(title.inert) + [""]
    for group in groups {
      let people = counts.removeFirst()
      lines += wrapped(words(group).inert)
      lines.append(
        "  "
          + String(people.map { $0 == 0 ? " " : marks[min(($0 - 1) / step, marks.count - 1)] }))
      var bar = Array(repeating: Character(" "), count: columns)
      if let interval = group.interval {
        for place in column(interval.lowerBound)...column(interval.upperBound) { bar[place] = "-" }
        bar[column(interval.lowerBound)] = "["
        bar[column(interval.upperBound)] = "]"
      }
      bar[column(group.mean)] = "O"
      lines += ["  " + String(bar), ""]
    }
    let ends = (APAStyle.show(low, as: .number), APAStyle.show(high, as: .number))
    let space = max(1, columns - ends.0.count - ends.1.count)
    lines.append("  " + ends.0 + String(repeating: " ", count: space) + ends.1)
    let people =
      step == 1
      ? "1, 2, 3, 4 or more" : "up to \(step), up to \(2 * step), up to \(3 * step), and more"
    lines += wrapped(
      "Marks . : * # are \(people) people; O is the mean, [-] its \(level) interval.", bullet: "  ")
    return lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }.joined()
  }

  /// The picture as SVG 1.1, with its text alternative, without scripts or anything from elsewhere.
  public var svg: String { GroupDots(self).svg }
}
