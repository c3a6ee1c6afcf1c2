import Foundation

extension InstrumentDraft {
  /// A draft from an Open Scale Definition (`.osd`), the format of OpenScales.
  ///
  /// After the Open Scale Definition Specification 1.0 of the OpenScales project.
  ///
  /// - Throws: `ImportError` where it is none.
  public init(osd bytes: [UInt8], named name: String) throws {
    guard let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      throw ImportError.notThis("an Open Scale Definition", because: "it is not JSON")
    }
    let definition = root["definition"] as? [String: Any] ?? root
    guard let items = definition["items"] as? [[String: Any]] else {
      throw ImportError.notThis("an Open Scale Definition", because: "it has no items")
    }
    let info = definition["scale_info"] as? [String: Any] ?? [:]
    self.init(name: info["code"] as? String ?? name, title: info["name"] as? String ?? name)
    let translations = root["translations"] as? [String: [String: Any]] ?? [:]
    let chosen = ["en", "default"].first { translations[$0] != nil } ?? translations.keys.min()
    if let chosen, chosen != "default" { language = chosen == "en" ? "en-GB" : chosen }
    if translations.count > 1 {
      losses.add(
        "Other languages are left out: "
          + translations.keys.filter { $0 != chosen }.sorted().joined(separator: ", ") + ".")
    }
    author = (definition["implementation"] as? [String: Any])?["author"] as? String ?? ""
    licence = info["license"] as? String ?? ""
    sources = [info["citation"] as? String, info["url"] as? String].compactMap { $0 }
    if let words = info["license_explanation"] as? String { losses.add("Licence: \(words)") }
    let reader = OSDReader(
      definition: definition, words: chosen.flatMap { translations[$0] } ?? [:])
    sections = reader.sections(items, &losses)
    constructs = reader.constructs(&losses)
    let known: Set = [
      "scale_info", "implementation", "items", "likert_options", "response_scales", "dimensions",
      "scoring",
    ]
    let left = definition.keys.filter { !known.contains($0) }.sorted()
    if !left.isEmpty { losses.add("Left out: \(left.joined(separator: ", ")).") }
  }
}

private struct OSDReader {
  let definition: [String: Any]
  let words: [String: Any]

  func text(_ key: Any?) -> String {
    guard let key = key as? String else { return "" }
    return (words[key] as? String ?? key).withoutTags
  }

  func sections(_ items: [[String: Any]], _ losses: inout Losses) -> [InstrumentDraft.Section] {
    var sections: [InstrumentDraft.Section] = []
    var section = InstrumentDraft.Section(title: "Questions")
    let head = text((definition["likert_options"] as? [String: Any])?["question_head"])
    if !head.isEmpty { section.paragraphs.append(head) }
    for item in items {
      let id = item["id"] as? String ?? "item"
      switch item["type"] as? String ?? "" {
      case "inst": section.paragraphs.append(text(item["text_key"]))
      case "section":
        sections.append(section)
        section = InstrumentDraft.Section(title: text(item["title_key"] ?? item["text_key"]))
      default:
        section.items += self.items(item, id, &losses)
      }
      for key in ["visible_when", "variant_when", "random_group"] where item[key] != nil {
        losses.add("'\(id)' has '\(key)', which is left out.")
      }
    }
    return sections + [section]
  }

  private func items(
    _ item: [String: Any], _ id: String, _ losses: inout Losses
  ) -> [InstrumentDraft.Item] {
    var words = text(item["text_key"])
    let head = text(item["question_head"])
    if !head.isEmpty { words = "\(head) \(words)" }
    func made(_ answer: InstrumentDraft.Answer) -> [InstrumentDraft.Item] {
      [InstrumentDraft.Item(name: id, words: words, answer: answer)]
    }
    switch item["type"] as? String ?? "" {
    case "likert": return made(.chooseOne(likert(item)))
    case "multi": return made(.chooseOne(options(item["options"])))
    case "multicheck": return made(.chooseAny(options(item["options"])))
    case "short": return made(.text(severalLines: false))
    case "long": return made(.text(severalLines: true))
    case "vas":
      if item["anchors"] != nil {
        losses.add("The anchors between the ends of '\(id)' are left out.")
      }
      return made(
        .slider(
          low: item["min"] as? Double ?? 0, high: item["max"] as? Double ?? 100,
          left: text(item["min_label"]), right: text(item["max_label"])))
    case "grid":
      let columns = options(item["columns"], numbered: true)
      losses.add("The rows of the grid '\(id)' are questions of their own.")
      return (item["rows"] as? [Any] ?? []).enumerated().map { index, row in
        InstrumentDraft.Item(
          name: "\(id)_\(index + 1)", words: "\(words) \(text(row))", answer: .chooseOne(columns))
      }
    case let kind:
      losses.add("'\(id)' is of the type '\(kind)', which attune does not ask; it is left out.")
      return []
    }
  }

  private func likert(_ item: [String: Any]) -> [InstrumentDraft.Choice] {
    let named = (item["response_scale"] as? String).flatMap {
      (definition["response_scales"] as? [String: [String: Any]])?[$0]
    }
    let shared = named ?? definition["likert_options"] as? [String: Any] ?? [:]
    let labels = item["likert_labels"] as? [Any] ?? shared["labels"] as? [Any] ?? []
    let count =
      item["likert_points"] as? Int ?? shared["points"] as? Int ?? max(labels.count, 1)
    let low = item["likert_min"] as? Int ?? shared["min"] as? Int ?? 1
    return (0..<max(0, min(count, 1_000))).map { index in
      .init(key: "\(low + index)", words: index < labels.count ? text(labels[index]) : "")
    }
  }

  private func options(_ options: Any?, numbered: Bool = false) -> [InstrumentDraft.Choice] {
    (options as? [Any] ?? []).enumerated().map { index, option in
      if let option = option as? [String: Any] {
        let value = option["value"].map { "\($0)" } ?? "\(index + 1)"
        return .init(key: value, words: text(option["text_key"]))
      }
      return .init(
        key: numbered ? "\(index + 1)" : option as? String ?? "\(index + 1)", words: text(option))
    }
  }

  func constructs(_ losses: inout Losses) -> [InstrumentDraft.Construct] {
    let scoring = definition["scoring"] as? [String: [String: Any]] ?? [:]
    let dimensions = definition["dimensions"] as? [[String: Any]] ?? []
    let titles = Dictionary(
      dimensions.compactMap { dimension in
        (dimension["id"] as? String).map { ($0, dimension["name"] as? String ?? $0) }
      }, uniquingKeysWith: { first, _ in first })
    let order = dimensions.compactMap { $0["id"] as? String }
    let names = order + scoring.keys.filter { !order.contains($0) }.sorted()
    return names.compactMap { name in
      guard let block = scoring[name] else { return nil }
      let rules = ["mean": "mean", "mean_coded": "mean", "sum": "sum", "sum_coded": "sum"]
      guard let rule = rules[block["method"] as? String ?? ""], block["scores"] == nil,
        block["value_map"] == nil
      else {
        losses.add("The score '\(name)' is worked out in a way that is left out; write it in.")
        return nil
      }
      for key in ["transform", "norms", "weights"] where block[key] != nil {
        losses.add("Of the score '\(name)' the '\(key)' is left out.")
      }
      var codes: [(String, Int)] = (block["items"] as? [String] ?? []).map { ($0, 1) }
      if let coded = block["items"] as? [String: Int] {
        codes = coded.sorted { $0.key.localizedStandardCompare($1.key) == .orderedAscending }
          .map { ($0.key, $0.value) }
      }
      if let coded = block["item_coding"] as? [String: Int] {
        codes = codes.map { ($0.0, coded[$0.0] ?? $0.1) }
      }
      return InstrumentDraft.Construct(
        name: name, title: titles[name] ?? name, items: codes.filter { $0.1 > 0 }.map(\.0),
        reversed: codes.filter { $0.1 < 0 }.map(\.0), rule: rule)
    }
  }
}
