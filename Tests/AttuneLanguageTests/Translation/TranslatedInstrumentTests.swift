import AttuneInstrument
import AttuneLanguage
import Testing

/// What a translation changes in the delivered instruments, and what it must never change.
@Suite struct TranslatedInstrumentTests {
  @Test(arguments: Instrument.delivered) func nothingChangesWithoutATranslation(_ name: String)
    throws
  {
    let instrument = try Instrument.delivered(name)
    let empty = Translation(
      of: name, into: instrument.language, fromVersion: instrument.version)
    #expect(instrument.translated(by: empty) == instrument)
    #expect(empty.untranslated(in: instrument) == instrument.texts)
    var other = instrument.quoted
    other.instrument = "another"
    #expect(instrument.translated(by: other) == instrument)
    #expect(other.untranslated(in: instrument).count == instrument.texts.count)
  }

  @Test(arguments: Instrument.delivered) func onlyWordsChange(_ name: String) throws {
    let instrument = try Instrument.delivered(name)
    let translated = instrument.translated(by: instrument.quoted)
    #expect(instrument.quoted.untranslated(in: instrument).isEmpty)
    #expect(translated.language == "cy")
    #expect(translated.texts.map(\.place) == instrument.texts.map(\.place))
    #expect(translated.texts.allSatisfy { $0.words.hasPrefix("«") && $0.words.hasSuffix("»") })
    #expect(translated.texts.count > 150)

    // Names, codes, conditions, scoring and plans.
    #expect(translated.items.map(\.name) == instrument.items.map(\.name))
    #expect(translated.items.map(\.showWhen) == instrument.items.map(\.showWhen))
    #expect(translated.items.map(\.declaredRange) == instrument.items.map(\.declaredRange))
    #expect(
      translated.items.map { $0.format.choices.map(\.code) }
        == instrument.items.map { $0.format.choices.map(\.code) })
    #expect(translated.constructs.map(\.uses) == instrument.constructs.map(\.uses))
    #expect(translated.constructs.map(\.rule) == instrument.constructs.map(\.rule))
    #expect(translated.constructs.map(\.counts) == instrument.constructs.map(\.counts))
    #expect(translated.groups.map(\.source) == instrument.groups.map(\.source))
    #expect(translated.forms.map(\.items) == instrument.forms.map(\.items))
    #expect(translated.plans == instrument.plans)

    // Translated back, it is the same to the last detail: nothing else was touched.
    var back = Translation(
      of: name, into: instrument.language, fromVersion: instrument.version)
    for text in translated.texts { back[text] = String(text.words.dropFirst().dropLast()) }
    #expect(translated.translated(by: back) == instrument)
    #expect(try translated.translated(by: back).meaning() == instrument.meaning())
  }

  @Test(arguments: Instrument.delivered) func noTextIsForgotten(_ name: String) throws {
    let instrument = try Instrument.delivered(name)
    let translated = instrument.translated(by: instrument.quoted)
    for item in translated.items {
      let inserted =
        item.wordings.map(\.text)
        + [item.why, item.help, item.contentNote]
        .compactMap { $0 }
      #expect(inserted.allSatisfy { $0.source.hasPrefix("«") }, "\(item.name)")
      #expect(item.format.choices.allSatisfy { $0.label.hasPrefix("«") }, "\(item.name)")
    }
    for section in translated.sections {
      let texts = [section.stem, section.contentNote, section.askFirst].compactMap { $0 }
      #expect(section.title.hasPrefix("«"), "\(section.name)")
      #expect((texts + section.paragraphs.map(\.text)).allSatisfy { $0.source.hasPrefix("«") })
    }
    for group in translated.groups {
      #expect(group.title.hasPrefix("«"))
      #expect(group.levels.allSatisfy { $0.label.hasPrefix("«") }, "\(group.name)")
    }
    #expect(translated.roles.allSatisfy { $0.label.hasPrefix("«") })
    #expect(translated.forms.allSatisfy { $0.title.hasPrefix("«") })
    #expect(translated.constructs.allSatisfy { $0.higherMeans?.hasPrefix("«") != false })
    #expect((translated.terms ?? [:]).values.allSatisfy { $0.hasPrefix("«") })
  }

  @Test func wordsThatChangedAreReadAsTheyAre() throws {
    let instrument = try TranslationExample.instrument()
    let compilation = try TranslationExample.compile(TranslationExample.whole)
    let translation = try #require(compilation.translation)
    var changed = instrument
    changed.title = "Being met well"
    changed.scales[0].points[0].label = "Disagree a lot"
    let read = changed.translated(by: translation)
    #expect(read.title == "Being met well")
    #expect(read.item(named: "known")?.wording(for: nil)?.source.hasPrefix("Mae") == true)
    let missing = translation.untranslated(in: changed).map(\.words)
    #expect(missing == ["Being met well", "Disagree a lot"])
  }

  @Test func whatAnEditorChangesMakesNoDifference() throws {
    let instrument = try TranslationExample.instrument(
      TranslationExample.instrumentText.replacing(
        "Which team do you see?", with: "Which team's help - 'ours' - do you see?"))
    var translation = Translation(of: "met", into: "cy", fromVersion: "1")
    let place = TextPlace(.item, "which_team", .ask)
    translation[PlacedText("Which team’s  help – ‘ours’ – do you see?", at: place)] = "Pa dîm?"
    let read = instrument.translated(by: translation)
    #expect(read.item(named: "which_team")?.wording(for: nil)?.source == "Pa dîm?")
    translation[PlacedText("Which team do you see?", at: TextPlace(.item, "heard", .ask))] = "Arall"
    #expect(instrument.translated(by: translation) == read, "the place counts too")
  }

  @Test func wordsStandWhereTheyAreWritten() throws {
    let texts = try TranslationExample.instrument().texts
    #expect(
      texts.first { $0.words == "North team" }?.place
        == TextPlace(.item, "which_team", .choice, "north"))
    #expect(texts.count { $0.words == "North team" } == 1, "the group has them from the item")
    #expect(texts.count { $0.words == "Agree" } == 1, "the items have them from the scale")
    #expect(
      texts.filter { !$0.place.isReadWhileAnswering }.map(\.place.spelling)
        == ["title:", "title:", "higher means:"])
  }
}
