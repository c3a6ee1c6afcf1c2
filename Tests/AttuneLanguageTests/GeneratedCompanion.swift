import AttuneInstrument
import AttuneLanguage

/// What stands beside an instrument that nobody wrote: a translation of it, and its lock.
extension GeneratedFile {
  /// Every text of `instrument` is translated into itself between « and ».
  static func translation(of instrument: Instrument, seed: UInt64) -> GeneratedFile {
    var file = GeneratedFile(seed: seed)
    var head = Block("translation of \(instrument.name)")
    head.words("language", "cy")
    head.words("from version", instrument.version)
    head.words("translator", file.sentence())
    if file.chance(30) { head.words("note", file.sentence()) }
    if file.chance(30) { head.words("accept", "A321 because \(file.sentence())") }
    file.blocks.append(head)
    for text in instrument.texts {
      let place = text.place
      let heading = [place.block.rawValue, place.name].compactMap { $0 }.joined(separator: " ")
      // The instrument's own words stand in the first block.
      if place.block != .instrument, file.blocks.last?.heading != heading {
        file.blocks.append(Block(heading))
      }
      let last = file.blocks.count - 1
      for (was, words) in [("was ", text.words), ("", "«\(text.words)»")] {
        if place.line == .choice {
          file.blocks[last].choice("\(was)\(place.argument ?? "")", words)
        } else {
          file.blocks[last].words(
            was + place.line.rawValue, words, argument: place.argument ?? "", group: place.spelling)
        }
      }
    }
    return file
  }

  static func lock(_ lock: InstrumentLock, seed: UInt64) -> GeneratedFile {
    var file = GeneratedFile(seed: seed)
    var block = Block("lock of \(lock.name)")
    block.words("version", lock.version)
    block.words("frozen on", lock.frozenOn)
    for (word, fingerprint) in [
      ("meaning", lock.meaning), ("questions", lock.questions), ("analysis", lock.analysis),
      ("plans", lock.plansFingerprint),
    ] {
      block.words(word, file.chance(20) ? fingerprint.uppercased() : fingerprint)
    }
    for plan in lock.plans { block.words("plan", plan.fingerprint, argument: plan.name) }
    file.blocks.append(block)
    return file
  }
}
