import AttuneInstrument
public import AttuneSession

extension PaperForm {
  /// What the pages are for.
  public enum Use: Sendable, Hashable {
    /// To be read and talked over.
    case reading
    /// To be printed and filled in by hand.
    case fillingIn
  }

  /// The questionnaire of `setting`: its role, form, study and language.
  ///
  /// Where the instrument has several roles and none is set, the words of all of them stand side by
  /// side. The words for answers, and where to go on, come from the setting's catalogue.
  public init(_ setting: SessionSetting, for use: Use) {
    self = PaperWriter(setting, use).form()
  }
}

/// Puts a questionnaire into words, from the first page to the last.
struct PaperWriter {
  let setting: SessionSetting
  let use: PaperForm.Use
  /// One for each role that the pages are for; one alone where there are no roles.
  let outlines: [Outline]
  let selection: PaperSelection
  let conditions: ConditionWords

  init(_ setting: SessionSetting, _ use: PaperForm.Use) {
    self.setting = setting
    self.use = use
    let instrument = setting.instrument
    let roles = setting.role.map { [$0] } ?? instrument.roles.map(\.name)
    outlines = (roles.isEmpty ? [nil] : roles.map(Optional.some)).map { role in
      var setting = setting
      setting.role = role
      return Outline(setting)
    }
    let selection = PaperSelection(outlines, isToBeFilledIn: use == .fillingIn)
    self.selection = selection
    conditions = ConditionWords(
      catalogue: setting.catalogue, instrument: instrument, number: { selection.numbers[$0] })
  }

  var catalogue: Catalogue { setting.catalogue }
  var instrument: Instrument { setting.instrument }

  func form() -> PaperForm {
    let form = setting.form.flatMap { name in instrument.forms.first { $0.name == name } }
    let role = setting.role.flatMap(label)
    return PaperForm(
      title: instrument.title,
      version: catalogue[
        .paperVersion, ["version": instrument.version, "status": instrument.status.rawValue]],
      subtitles: [form?.title, role.map { catalogue[.paperRole, ["role": $0]] }]
        .compactMap { $0 },
      language: instrument.language, imprint: imprint, numberLabel: catalogue[.paperNumber],
      parts: parts())
  }

  private var imprint: [String] {
    let reviewed =
      instrument.reviewedBy.map { catalogue[.paperReviewed, ["panel": $0]] }
      ?? catalogue[.paperNotReviewed]
    return [instrument.author, instrument.licence] + instrument.sources + [reviewed]
  }

  private func parts() -> [PaperForm.Part] {
    let early = selection.sections.filter { $0.section.place == .beforeInformation }
    let later = selection.sections.filter { $0.section.place != .beforeInformation }
    var parts: [PaperForm.Part] = []
    if use == .fillingIn { parts.append(howTo) }
    parts.append(support)
    parts += early.flatMap(questions)
    parts += instrument.information.compactMap { reading($0, .information) }
    parts.append(consent)
    parts += later.flatMap(questions)
    parts += endings
    if use == .fillingIn { parts.append(support) }
    return parts
  }

  // MARK: Pages without questions

  private var howTo: PaperForm.Part {
    var part = PaperForm.Part(.howTo, catalogue[.paperHow])
    part.paragraphs = [
      catalogue[.paperHowBlank], catalogue[.paperHowTick], catalogue[.paperHowBreak],
      catalogue[.paperHowScreen, ["support": supportTitle]], catalogue[.paperHowCodes],
    ].map { PaperForm.Paragraph(words: $0) }
    return part
  }

  private var supportTitle: String { instrument.support.title ?? catalogue[.supportTitle] }

  /// Every contact: which of them is for this person is not known before paper is filled in.
  var support: PaperForm.Part {
    var part = PaperForm.Part(.support, supportTitle)
    part.paragraphs = instrument.support.lines.map { line in
      switch line {
      case .words(let text), .contact(let text, _): PaperForm.Paragraph(words: fill(text))
      }
    }
    return part
  }

  private var consent: PaperForm.Part {
    var part = PaperForm.Part(.consent, instrument.consent.title ?? catalogue[.taking])
    part.paragraphs = instrument.consent.paragraphs.compactMap { paragraph($0) }
    if use == .fillingIn {
      part.paragraphs.append(PaperForm.Paragraph(words: catalogue[.paperConsent]))
      part.afterwards = [catalogue[.paperDecline]]
    }
    part.statements = outlines[0].statements.map { statement in
      PaperForm.Statement(
        name: statement.name, words: fill(statement.text),
        hint: catalogue[statement.isNeeded ? .paperConsentNeeded : .paperConsentFree])
    }
    return part
  }

  private var endings: [PaperForm.Part] {
    let passages = instrument.debrief.compactMap { reading($0, .ending) }
    return passages.isEmpty ? [PaperForm.Part(.ending, endTitle)] : passages
  }

  /// What comes after the last question.
  var endTitle: String {
    let passage = instrument.debrief.first { passage in
      outlines.contains { $0.isMeant(passage) }
    }
    return passage?.title ?? catalogue[.debriefTitle]
  }

  private func reading(_ passage: Passage, _ kind: PaperForm.Part.Kind) -> PaperForm.Part? {
    guard outlines.contains(where: { $0.isMeant(passage) }) else { return nil }
    var part = PaperForm.Part(kind, passage.title)
    part.paragraphs = passage.paragraphs.compactMap { paragraph($0, onlyFor: passage.onlyFor) }
    return part
  }

  // MARK: Words

  func paragraph(_ paragraph: Paragraph, onlyFor: String? = nil) -> PaperForm.Paragraph? {
    guard let outline = outlines.first(where: { $0.isMeant(paragraph) }) else { return nil }
    let role = outlines.count > 1 ? paragraph.role ?? onlyFor : nil
    return PaperForm.Paragraph(words: fill(paragraph.text, outline), role: role.flatMap(label))
  }

  func label(_ role: String) -> String? { instrument.roles.first { $0.name == role }?.label }

  func fill(_ text: InsertText) -> String { fill(text, outlines[0]) }

  func fill(_ text: InsertText, _ outline: Outline) -> String {
    outline.fill(text) { name in
      selection.numbers[name].map { catalogue[.paperEarlier, ["number": "\($0)"]] } ?? "…"
    }
  }
}
