import AttuneData
import AttuneStatistics
import AttuneTables

/// What is found of a table of counts, or of one for each layer, told apart by layer.
struct CrosstabFindings {
  struct Layer {
    let name: String
    let table: ContingencyTable
  }

  let layers: [Layer]
  /// What tells the layers apart; `nil` where there is one table.
  let by: String?
  let percent: CrosstabTables.Percent
  let methods: [CrosstabTest]
  let choices: CrosstabTest.Choices

  func found() -> (tables: [Table], cautions: [Caution]) {
    var tables = stacked(
      layers.map { layer in
        .success(CrosstabTables(counted: layer.table, percent: percent).tables)
      })
    var cautions: [Caution] = []
    for method in methods {
      let findings = layers.map { layer in
        Result { try method.finding(layer.table, choices) }.mapError { Unavailable("\($0)") }
      }
      for (layer, finding) in zip(layers, findings) {
        switch finding {
        case .success(let found):
          cautions += found.cautions.map { by == nil ? $0 : $0.about(layer.name) }
        case .failure(let reason):
          let what = by == nil ? method.title : "\(method.title) of '\(layer.name)'"
          cautions.append(
            Caution(
              "not-available", about: [method.rawValue],
              "\(what) is not available because \(reason)."))
        }
      }
      tables += stacked(findings.map { $0.map(\.tables) })
    }
    return (tables.saying(sentences), cautions.gathered)
  }

  /// None where only what takes account of the answers' order was asked: the sentences do not.
  private var sentences: [String] {
    guard !methods.allSatisfy(\.isOrdered) else { return [] }
    return layers.compactMap { layer in
      AssociationSentence(table: layer.table, choices: choices).text.map { text in
        by == nil ? text : "\(layer.name): \(text)"
      }
    }
  }

  /// Tables of the same kind as one; those of one table as they are, none where no layer has any.
  private func stacked(_ parts: [Result<[Table], Unavailable>]) -> [Table] {
    guard let by else { return (try? parts[0].get()) ?? [] }
    let kinds = parts.compactMap { try? $0.get() }.first ?? []
    return kinds.compactMap { kind in
      Table.stacked(
        zip(layers, parts).map { layer, part in
          (
            layer.name,
            part.flatMap { tables in
              tables.first { $0.id == kind.id && $0.columns == kind.columns }.map { .success($0) }
                ?? .failure(Unavailable("this layer has another shape"))
            }
          )
        }, under: Column("layer", by, .text))
    }
  }
}

extension [Table] {
  /// With the sentences below the first test, or where there is none below the counts.
  fileprivate func saying(_ sentences: [String]) -> [Table] {
    let place = indices.first { !["counts", "percent", "cells"].contains(self[$0].id) } ?? 0
    return enumerated().map { $0 == place ? $1.adding(notes: sentences) : $1 }
  }
}
