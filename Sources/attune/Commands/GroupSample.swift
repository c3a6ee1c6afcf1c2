import AttuneData
import AttuneStatistics
import AttuneTables

/// The values of one item or score: of everybody, or of the people in one group.
struct GroupSample {
  /// `nil` for everybody.
  let group: String?
  let sample: ScoreSample
}

/// The answers to one item, case by case, as answered.
struct ItemAnswers {
  let name: String
  let values: [Double?]
  let range: ClosedRange<Double>?

  func samples(in groups: ComparisonSource.Groups?) -> [GroupSample] {
    GroupSample.all(name, values, range, in: groups)
  }
}

extension ScaleScore {
  func samples(in groups: ComparisonSource.Groups?) -> [GroupSample] {
    GroupSample.all(name, values, range, in: groups)
  }
}

extension GroupSample {
  fileprivate static func all(
    _ name: String, _ values: [Double?], _ range: ClosedRange<Double>?,
    in groups: ComparisonSource.Groups?
  ) -> [GroupSample] {
    guard let groups else {
      return [
        GroupSample(group: nil, sample: ScoreSample(name: name, values: values, range: range))
      ]
    }
    return groups.found.map { level in
      let members = zip(values, groups.levels).filter { $0.1 == level }.map(\.0)
      return GroupSample(
        group: level, sample: ScoreSample(name: name, values: members, range: range))
    }
  }
}

extension [GroupSample] {
  /// One table: of everybody, or of the groups one below the other.
  func table(
    _ make: (ScoreSample) -> Result<Table, Unavailable>
  ) -> Result<Table, Unavailable> {
    if count == 1, self[0].group == nil { return make(self[0].sample) }
    let stacked = Table.stacked(map { ($0.group ?? "", make($0.sample)) }, under: .group)
    return stacked.map { .success($0) } ?? .failure(Unavailable("no group has values"))
  }
}

extension ResponsePicture {
  /// A picture for each kind of scale among the items: those of the same answers stand together.
  static func of(_ samples: [GroupSample], isGrouped: Bool) -> [ResponsePicture] {
    var kinds: [[Double]] = []
    var rows: [[Double]: [Row]] = [:]
    for sample in samples {
      guard sample.sample.range != nil,
        let outcome = try? ResponseCounts().apply(to: sample.sample), outcome.responses.count > 1
      else { continue }
      // Values outside the declared range have no place on the scale; a caution counts them.
      let inside = outcome.responses.filter { sample.sample.range?.contains($0.value) ?? false }
      let kind = inside.map(\.value)
      guard kind.count > 1 else { continue }
      if rows[kind] == nil { kinds.append(kind) }
      let label = sample.sample.name + (sample.group.map { ", \($0)" } ?? "")
      rows[kind, default: []].append(Row(label, counts: inside.map(\.count)))
    }
    return kinds.map { kind in
      ResponsePicture(
        title: isGrouped ? "Answers by group" : "Answers",
        answers: kind.map { Int(exactly: $0).map(String.init) ?? "\($0)" },
        rows: rows[kind] ?? [])
    }
  }
}

extension [GroupSample] {
  /// The answers of a declared scale that nobody gave, for a note: methods that treat answers as
  /// categories have little to go by there.
  var unusedAnswers: String? {
    let parts = compactMap { part -> String? in
      guard part.sample.range != nil,
        let outcome = try? ResponseCounts().apply(to: part.sample)
      else { return nil }
      let unused = outcome.responses.filter { $0.count == 0 }.map { response in
        Int(exactly: response.value).map(String.init) ?? "\(response.value)"
      }
      guard !unused.isEmpty else { return nil }
      return (part.group.map { "\($0): " } ?? "") + unused.joined(separator: ", ")
    }
    return parts.isEmpty ? nil : "Never given: " + parts.joined(separator: "; ") + "."
  }
}

extension Caution {
  /// How far a percentage can be off where the fewest answered; `nil` where there are enough.
  static func fewAnswers(_ samples: [GroupSample]) -> Caution? {
    let counts = samples.map(\.sample.values.count).filter { $0 > 0 }
    guard let fewest = counts.min(), fewest < 30 else { return nil }
    // Half the width of the 95 % interval of a share of one half.
    let reach = 100 * 1.96 * (0.25 / Double(fewest)).squareRoot()
    return Caution(
      "few-answers",
      """
      Where \(fewest) \(fewest == 1 ? "person" : "people") answered, a percentage can be off by \
      \(Int(reach.rounded())) points either way; give the counts beside it.
      """)
  }
}
