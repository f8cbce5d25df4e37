import KubernetesObjects

extension Incompleteness {
  /// What to do about what an input lacks, as a phrase in the imperative: what is there and could not be read is to be fixed, and the rest
  /// to be added, e.g. `fix Service shop/web, which could not be read, and add nodes to the input`. Safe to print.
  ///
  /// - Parameters:
  ///   - needs: The kinds that decide.
  ///   - lacks: What is lacking, with what of it could not be read.
  /// - Complexity: O(*n*) in what could not be read.
  public static func remedy(for needs: [Completeness.Kind], among lacks: [Incompleteness]) -> String {
    let broken = lacks.filter { needs.contains($0.needs) && !$0.unreadable.isEmpty }
    let missing = needs.filter { kind in !broken.contains { $0.needs == kind } }
    var objects: [ObjectReference] = []
    for object in broken.flatMap(\.unreadable) where !objects.contains(object) { objects.append(object) }
    let named = lacks.filter { missing.contains($0.needs) && !$0.missing.isEmpty }
    let unnamed = missing.filter { kind in !named.contains { $0.needs == kind } }
    let additions = named.map { Self.listed($0.missing) } + (unnamed.isEmpty ? [] : [Completeness.list(of: unnamed)])
    let adding = additions.isEmpty ? nil : "add \(additions.joined(separator: ", and ")) to the input"
    return [fixing(objects), adding].compactMap(\.self).joined(separator: ", and ")
  }

  /// What to do about objects that could not be read, and lists that were cut off; nil where there are none.
  private static func fixing(_ objects: [ObjectReference]) -> String? {
    let named = objects.filter { !$0.name.isEmpty }
    let cut = objects.count > named.count ? "list everything without a limit" : nil
    let fixing = ObjectReference.DocumentState.allCases.compactMap { state -> String? in
      let some = named.filter { $0.documentState == state }
      guard !some.isEmpty else { return nil }
      let list = listed(some) { $0.isDocument ? $0.name.printedSafely : $0.description }
      return "\(state.remedy) \(list)" + (state == .unreadable ? ", which could not be read" : "")
    }
    let all = fixing + [cut].compactMap(\.self)
    return all.isEmpty ? nil : all.joined(separator: ", and ")
  }
}
