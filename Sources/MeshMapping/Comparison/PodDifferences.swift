import KubernetesObjects

/// What differs in a Pod between two clusters, but for what other Pods have a part in.
struct PodDifferences {
  /// What differs whatever the input lacks.
  private(set) var told: [PodDifference] = []
  /// What tells the inbounds of its Dataplanes apart; nil where nothing differs.
  private(set) var identification: Dataplane.InboundIdentification?
  /// The services of the Pod that are renamed, those of gateways left out: they have no inbound that could be reached.
  private(set) var renames: [(old: ExactString, new: ExactString)] = []
  /// What the input does not let one know.
  var gap = Gap()

  /// Adds what differs in one of the Pods of the name: two workloads may make Pods of one.
  ///
  /// - Parameters:
  ///   - differences: What differs.
  ///   - identification: What tells its inbounds apart.
  ///   - after: What becomes of it in the second cluster.
  mutating func add(
    _ differences: [PodDifference], identifiedBy identification: Dataplane.InboundIdentification, of after: ComparedPod
  ) {
    let others = told.isEmpty ? differences : differences.filter { [known = Set(told)] in !known.contains($0) }
    if !others.isEmpty {
      told += others
      self.identification = identification
    }
    guard let networking = after.base.outcome.dataplane?.networking, networking.gateway == nil else { return }
    for difference in differences {
      switch difference {
      case .serviceRenamed(let old, let new): renames.append((old, new))
      // Where the one that stays has a name.
      case .inboundMerged(let old, _, let new) where networking.hasService(new): renames.append((old, new))
      default: break
      }
    }
  }

  /// What the input does not let one know.
  struct Gap {
    /// What it would have to hold.
    private(set) var needs: Set<Completeness.Kind> = []
    /// What of it would have to be known to tell whether anything needs attention.
    private(set) var decisive: Set<Completeness.Kind> = []
    /// The objects among them of which it is known that they are not in the input.
    private(set) var missing: Set<ObjectReference> = []
    /// Whether something that might differ would need attention.
    var mayNeedAttention: Bool { !decisive.isEmpty }

    /// Adds objects without which nobody knows whether anything needs attention.
    mutating func addDeciding(_ kinds: [Completeness.Kind]) {
      needs.formUnion(kinds)
      decisive.formUnion(kinds)
    }

    /// Adds objects that are not in the input, for which a Pod is refused or its Dataplane cannot be made.
    mutating func addMissing(_ kinds: [Completeness.Kind], _ objects: [ObjectReference]) {
      addDeciding(kinds)
      missing.formUnion(objects)
    }

    /// Adds what differs only for some of what objects of some kinds may be like.
    mutating func add(
      _ kinds: [Completeness.Kind], _ differences: some Sequence<PodDifference>, of pair: ComparedPair,
      _ telling: DifferenceTelling
    ) {
      needs.formUnion(kinds)
      if differences.contains(where: { telling.needsAttention($0, of: pair) }) { decisive.formUnion(kinds) }
    }
  }
}

extension Dataplane.Networking {
  /// Whether an inbound is of a service.
  fileprivate func hasService(_ service: ExactString) -> Bool {
    inbound.contains { $0.tags[KumaKey.serviceTag]?.hasSameBytes(as: service.string) ?? false }
  }
}
