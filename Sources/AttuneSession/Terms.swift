import AttuneInstrument

extension SessionSetting {
  /// The words for `name`: the study's own, or else the instrument's.
  func term(_ name: String) -> String? { study?.terms[name] ?? instrument.terms?[name] }
}

extension Section {
  /// The section as this study asks it: with its terms in the labels of the answers.
  func filled(_ setting: SessionSetting) -> Section {
    var section = self
    section.items = items.map { item in
      var item = item
      item.format = item.format.relabelled { InsertText($0).filled(setting.term) }
      return item
    }
    return section
  }
}

extension ResponseFormat {
  fileprivate func relabelled(_ words: (String) -> String) -> ResponseFormat {
    func relabelled(_ choices: [Choice]) -> [Choice] {
      choices.map { Choice(code: $0.code, name: $0.name, label: words($0.label)) }
    }
    return switch self {
    case .chooseOne(let choices): .chooseOne(relabelled(choices))
    case .chooseAny(let choices, let most): .chooseAny(relabelled(choices), atMost: most)
    case .number, .text, .date: self
    }
  }
}
