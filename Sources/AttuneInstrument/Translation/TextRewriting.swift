/// Goes through every text of an instrument that people read, in the order of the file, and puts
/// other words in its place.
///
/// Words that stand once in the file and in several places of the instrument (a scale's points in
/// its items, an item's choices in a group) are visited at the place where they are written.
struct TextRewriting {
  let words: (TextPlace, String) -> String

  func rewritten(_ original: Instrument) -> Instrument {
    var result = original
    result.title = words(TextPlace(.instrument, nil, .title), original.title)
    result.roleChoice = original.roleChoice.map(rewritten)
    for (name, term) in (original.terms ?? [:]).sorted(by: { $0.key < $1.key }) {
      result.terms?[name] = words(TextPlace(.instrument, nil, .term, name), term)
    }
    result.roles = original.roles.map { Role(name: $0.name, label: label(of: $0)) }
    result.information = original.information.map { rewritten($0, in: .information) }
    result.consent = rewritten(original.consent)
    result.support = rewritten(original.support)
    result.debrief = original.debrief.map { rewritten($0, in: .debrief) }
    result.scales = original.scales.map(rewritten)
    result.sections = original.sections.map { rewritten($0, in: original) }
    result.groups = original.groups.map { rewritten($0, in: original) }
    result.constructs = original.constructs.map(rewritten)
    result.forms = original.forms.map { form in
      var form = form
      form.title = title(form.title, TextPlace(.form, form.name, .title))
      return form
    }
    return result
  }

  // MARK: Small pieces

  private func text(_ text: InsertText, _ place: TextPlace) -> InsertText {
    InsertText(words(place, text.source))
  }

  private func text(_ optional: InsertText?, _ place: TextPlace) -> InsertText? {
    optional.map { text($0, place) }
  }

  /// A title that is only the name, because the file gives none, stays the name.
  private func title(_ title: String, _ place: TextPlace) -> String {
    title == place.name ? title : words(place, title)
  }

  private func label(of role: Role) -> String {
    title(role.label, TextPlace(.role, role.name, .title))
  }

  private func rewritten(_ choice: RoleChoice) -> RoleChoice {
    RoleChoice(
      question: text(choice.question, TextPlace(.instrument, nil, .roleQuestion)),
      bothLabel: choice.bothLabel.map { words(TextPlace(.instrument, nil, .bothRoles), $0) },
      bothQuestion: text(choice.bothQuestion, TextPlace(.instrument, nil, .bothRolesQuestion)))
  }

  private func rewritten(
    _ paragraphs: [Paragraph], in block: TextPlace.Block, _ name: String? = nil
  ) -> [Paragraph] {
    paragraphs.map {
      Paragraph(text($0.text, TextPlace(block, name, .read, $0.role)), role: $0.role)
    }
  }

  // MARK: Before and after the questions

  private func rewritten(_ passage: Passage, in block: TextPlace.Block) -> Passage {
    Passage(
      title: passage.title.map { words(TextPlace(block, nil, .title), $0) },
      paragraphs: rewritten(passage.paragraphs, in: block), onlyFor: passage.onlyFor)
  }

  private func rewritten(_ consent: Consent) -> Consent {
    Consent(
      title: consent.title.map { words(TextPlace(.consent, nil, .title), $0) },
      paragraphs: rewritten(consent.paragraphs, in: .consent),
      statements: consent.statements.map { statement in
        let line: TextPlace.Line = statement.isNeeded ? .mustAgree : .mayAgree
        return Consent.Statement(
          name: statement.name,
          text: text(statement.text, TextPlace(.consent, nil, line, statement.name)),
          isNeeded: statement.isNeeded)
      })
  }

  private func rewritten(_ support: Support) -> Support {
    Support(
      title: support.title.map { words(TextPlace(.support, nil, .title), $0) },
      lines: support.lines.map { line in
        switch line {
        case .words(let read): .words(text(read, TextPlace(.support, nil, .read)))
        case .contact(let contact, let condition):
          .contact(text(contact, TextPlace(.support, nil, .contact)), when: condition)
        }
      })
  }

  // MARK: Questions

  private func rewritten(_ scale: Scale) -> Scale {
    var result = scale
    result.title = scale.title.map { words(TextPlace(.scale, scale.name, .title), $0) }
    result.points = rewritten(scale.points, in: .scale, scale.name)
    return result
  }

  private func rewritten(
    _ choices: [Choice], in block: TextPlace.Block, _ name: String
  ) -> [Choice] {
    choices.map { choice in
      Choice(
        code: choice.code, name: choice.name,
        label: words(TextPlace(block, name, .choice, choice.key), choice.label))
    }
  }

  private func rewritten(_ section: Section, in instrument: Instrument) -> Section {
    var result = section
    func place(_ line: TextPlace.Line) -> TextPlace { TextPlace(.section, section.name, line) }
    // Items above the first section stand in one that has the instrument's name and title.
    let isImplied = section.name == instrument.name && section.title == instrument.title
    result.title =
      isImplied
      ? words(TextPlace(.instrument, nil, .title), section.title)
      : title(section.title, place(.title))
    result.askFirst = text(section.askFirst, place(.askFirst))
    result.contentNote = text(section.contentNote, place(.contentNote))
    result.paragraphs = rewritten(section.paragraphs, in: .section, section.name)
    result.stem = text(section.stem, place(.stem))
    result.items = section.items.map { rewritten($0, in: instrument) }
    return result
  }

  private func rewritten(_ item: Item, in instrument: Instrument) -> Item {
    var result = item
    func place(_ line: TextPlace.Line, _ argument: String? = nil) -> TextPlace {
      TextPlace(.item, item.name, line, argument)
    }
    result.contentNote = text(item.contentNote, place(.contentNote))
    result.wordings = item.wordings.map {
      Item.Wording(text($0.text, place(.ask, $0.role)), role: $0.role)
    }
    result.format = rewritten(item.format, of: item, in: instrument)
    result.askAgain?.words = text(item.askAgain?.words, place(.askAgain))
    result.why = text(item.why, place(.whyWeAsk))
    result.help = text(item.help, place(.help))
    return result
  }

  private func rewritten(
    _ format: ResponseFormat, of item: Item, in instrument: Instrument
  ) -> ResponseFormat {
    func choices(_ choices: [Choice]) -> [Choice] {
      let block = instrument.blockOfChoices(of: item)
      return rewritten(choices, in: block.kind, block.name)
    }
    func end(_ label: String?, _ line: TextPlace.Line) -> String? {
      label.map { words(TextPlace(.item, item.name, line), $0) }
    }
    switch format {
    case .chooseOne(let list): return .chooseOne(choices(list))
    case .chooseAny(let list, let most): return .chooseAny(choices(list), atMost: most)
    case .number(var number):
      number.leftLabel = end(number.leftLabel, .left)
      number.rightLabel = end(number.rightLabel, .right)
      number.unit = end(number.unit, .unit)
      return .number(number)
    case .text, .date: return format
    }
  }

  // MARK: What results say

  private func rewritten(_ group: Grouping, in instrument: Instrument) -> Grouping {
    var result = group
    result.title = title(group.title, TextPlace(.group, group.name, .title))
    result.levels = group.levels.map { level in
      let place =
        instrument.origin(of: level, in: group)
        ?? TextPlace(.group, group.name, .choice, level.name)
      return Grouping.Level(
        name: level.name, label: words(place, level.label), condition: level.condition)
    }
    return result
  }

  private func rewritten(_ construct: Construct) -> Construct {
    var result = construct
    result.title = title(construct.title, TextPlace(.construct, construct.name, .title))
    result.higherMeans = construct.higherMeans.map {
      words(TextPlace(.construct, construct.name, .higherMeans), $0)
    }
    return result
  }
}

extension Choice {
  /// What stands before the equals sign.
  fileprivate var key: String { name ?? String(code) }
}

extension Instrument {
  /// The block in which an item's answers are written: its scale, or itself.
  fileprivate func blockOfChoices(of item: Item) -> (kind: TextPlace.Block, name: String) {
    guard let scale = item.scale, scales.contains(where: { $0.name == scale }) else {
      return (.item, item.name)
    }
    return (.scale, scale)
  }

  /// Where a level's label is written when the group takes it from an item or a role.
  fileprivate func origin(of level: Grouping.Level, in group: Grouping) -> TextPlace? {
    switch group.source {
    case .item(let name):
      guard let item = item(named: name),
        item.format.choices.contains(where: { $0.key == level.name && $0.label == level.label })
      else { return nil }
      let block = blockOfChoices(of: item)
      return TextPlace(block.kind, block.name, .choice, level.name)
    case .role:
      let isRole = roles.contains { $0.name == level.name && $0.label == level.label }
      return isRole ? TextPlace(.role, level.name, .title) : nil
    case .facilitator, .conditions: return nil
    }
  }
}
