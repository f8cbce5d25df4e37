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
    let adding = missing.isEmpty ? nil : "add \(Completeness.list(of: missing)) to the input"
    return [fixing(objects), adding].compactMap(\.self).joined(separator: ", and ")
  }

  /// What to do about objects that could not be read, and lists that were cut off; nil where there are none.
  private static func fixing(_ objects: [ObjectReference]) -> String? {
    let named = objects.filter { !$0.name.isEmpty }
    let cut = objects.count > named.count ? "list everything without a limit" : nil
    guard !named.isEmpty else { return cut }
    let shown = named.prefix(3).map(\.description).joined(separator: ", ")
    let more = named.count > 3 ? " and \(named.count - 3) more" : ""
    let fixing = "fix \(shown)\(more), which could not be read"
    return [fixing, cut].compactMap(\.self).joined(separator: ", and ")
  }
}
