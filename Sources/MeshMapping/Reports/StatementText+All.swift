// Made of Specification.md: UPDATE_STATEMENTS=1 swift test --filter StatementTextTests

extension StatementText {
  /// What the specification says, in its order.
  static let all: [StatementText] = [
    StatementText(
      "OBJ-1",
      "Objects are read for what the mapping needs",
      #"""
      Fields that nothing here reads are passed over, null counts as absent, and absent maps, lists and strings are empty.
      """#
    ),
    StatementText(
      "OBJ-2",
      "Unknown kinds are kept",
      #"""
      An object of a kind that nothing reads is kept by its kind and is no error. Those of Kuma that the mapping does not need, such as policies,
      are read for what they select; what Kuma itself writes about the state of others is not.
      """#
    ),
    StatementText(
      "OBJ-3",
      "A bad object is named and costs nothing beside it",
      #"""
      An object with a field of the wrong type, without a kind or without a name is a failure that names the object, the path to
      the field and what to write; the other objects of the list are read.
      """#
    ),
    StatementText(
      "OBJ-4",
      "Port numbers and port names are never merged",
      #"""
      `8080` is a number and `"8080"` a name; an absent target port is the number 0.
      """#
    ),
    StatementText(
      "OBJ-5",
      "Strings are compared as bytes",
      #"""
      Keys, values and names are equal only where their UTF-8 bytes are, and are ordered by them.
      """#
    ),
    StatementText(
      "OBJ-6",
      "An object is read as what it says it is",
      #"""
      Reading an object as a kind that it does not name is an error. A kind stays what it is in the old versions of its API: a ReplicaSet of
      `extensions/v1beta1` is the one of `apps/v1`. What `kumactl` prints has a type and a name instead, and is read by those; of an event of a
      watch its object is read, and one that was deleted is taken away.
      """#
    ),
    StatementText(
      "OBJ-7",
      "What policies select is read",
      #"""
      Of an object of the group `kuma.io`, and of a route of the Gateway API, every field is read that selects, wherever in its spec it stands and
      in both forms: `targetRef`, `backendRef` and `backendRefs`, the `match` of sources, destinations and selectors, the selector of a MeshService,
      and keys of tags. A MeshService by its name alone is a service, so the tag `kuma.io/service`; `*` is any value. One in which such a field is not
      as it should be cannot be read.
      """#
    ),
    StatementText(
      "WORK-1",
      "What makes Pods is read",
      #"""
      Deployments, ReplicaSets, ReplicationControllers, StatefulSets, DaemonSets, Jobs, CronJobs and Argo Rollouts are read in each API
      version that Kubernetes had of them, and the template of every other kind whose path is named; those of OpenShift's DeploymentConfig
      and Knative's Service are known. A Rollout may take its template from a Deployment, a ReplicaSet or a PodTemplate of its namespace.
      """#
    ),
    StatementText(
      "WORK-2",
      "The Pods of a workload",
      #"""
      A workload tells how many Pods it wants at a time (one where it does not say; none where it is suspended or has ended; unknown for a
      DaemonSet and where only an operator knows), how their names begin, which names they have where it numbers them, what will own them,
      and which labels and annotations controllers add over those of the template, with as much of the value as is known. A Rollout adds those of
      the role that a Pod has, which changes while it runs.
      """#
    ),
    StatementText(
      "WORK-3",
      "Which workloads are reported",
      #"""
      A preview tells of the Pods of each workload that owns no Pod of the input, is itself owned by no workload of the input, and may want
      a Pod. The name is a pattern, such as `web-*`. Where a workload owns Pods, those are told of. So is a Pod told of that has no name but
      `generateName`: it is one Pod that there is not yet. A workload that has none is named by a pattern as well. Reconciliation knows Pods
      only. A workload that wants no Pods, being scaled to zero, suspended or finished, is told of by nothing but its number.
      """#
    ),
    StatementText(
      "WORK-4",
      "Pods that there are not yet are mapped as others are",
      #"""
      Every stage sees the Pod that the template makes: the same Pod given by itself, with its owners, is mapped alike in all that is known.
      """#
    ),
    StatementText(
      "WORK-5",
      "What only running Pods have is unknown",
      #"""
      Values that hold the name of a Pod, and those of labels that controllers make up, are left out of the resource and listed beside it; a
      label that becomes a tag is an unknown tag. Where what happens depends on one of them, the decision is unknown. Where outbounds are
      written into Dataplanes, those of such Pods are unknown, and of all Pods where no Dataplane exists that tells them.
      """#
    ),
    StatementText(
      "WORK-6",
      "The name of the service without a Service",
      #"""
      It comes of the owners that the Pods will have (POD-2): the Deployment's behind a ReplicaSet, the CronJob's behind a Job. Where the Pod's
      own name gives it, it is unknown, but for the part that is the same for all Pods.
      """#
    ),
    StatementText(
      "WORK-7",
      "Services that want what only running Pods have",
      #"""
      A Service whose selector names a label that controllers make up, with a value that it may get, may select some of the Pods: its inbounds
      are unknown, neither there nor absent. So are those of a Service that a Rollout names as its stable, canary, active or preview one, whose selector
      it patches. The inbounds that Services give in any case are told; where there are none, no placeholder is. Where constraints of the Mesh
      name such a label with a value that it may get (ADM-6), whether the Dataplane is refused is unknown.
      """#
    ),
    StatementText(
      "SET-1",
      "The zone that a control plane starts with",
      #"""
      A control plane that is set to a zone, and from 2.6.0 on every one, does not start unless the zone's name is a DNS name, which from 2.6.1 on
      has 63 characters at most. In 3.0, announced, it must be an RFC 1035 label instead (VALID-15). What it would do is answered all the same.
      """#
    ),
    StatementText(
      "SET-2",
      "Settings that a release does not know",
      #"""
      A setting that a release does not know, or no longer, has no effect. Where it is not as it is by default, a note says so.
      """#
    ),
    StatementText(
      "NAME-1",
      "The name of a service",
      #"""
      A service is named `<name>_<namespace>_svc_<port>`, or `<name>_<namespace>_svc` for a Pod without a Service; formatting and
      parsing give each other back.
      """#
    ),
    StatementText(
      "NAME-2",
      "What is not the name of a service is refused",
      #"""
      Parsing refuses everything else and says which part is wrong: names are DNS names, the port is from 1 to 65535 without
      leading zeros.
      """#
    ),
    StatementText(
      "GATE-1",
      "One webhook for every Pod",
      #"""
      Every new Pod is sent to the injector.
      """#
    ),
    StatementText(
      "GATE-2",
      "kube-system is left out",
      #"""
      Pods of the namespace kube-system are sent to no webhook.
      """#
    ),
    StatementText(
      "GATE-3",
      "Only labelled Pods are asked about",
      #"""
      A Pod is sent where its Namespace is labelled `enabled` or `true`, or it is itself labelled `enabled`; a Pod labelled `true`
      is not enough.
      """#
    ),
    StatementText(
      "GATE-4",
      "The Namespace must carry the label",
      #"""
      A Pod labelled `enabled` is sent only where its Namespace has the label with any value and is not the control plane's.
      """#
    ),
    StatementText(
      "GATE-5",
      "Zone proxies in the control plane's namespace",
      #"""
      There a Pod is sent where it is labelled `enabled` and has the labels of a mesh and of a zone proxy.
      """#
    ),
    StatementText(
      "GATE-6",
      "Selectors of one's own",
      #"""
      Where the gate is switched off, every Pod is taken to be sent.
      """#
    ),
    StatementText(
      "GATE-7",
      "A list of namespaces",
      #"""
      Where the chart has a list of namespaces, Pods of others are sent to no webhook but that of zone proxies.
      """#
    ),
    StatementText(
      "INJ-1",
      "Where the switch is read",
      #"""
      `kuma.io/sidecar-injection` is read as Pod label, Pod annotation, Namespace label, Namespace annotation, in this order; the
      first that is present decides and later ones are not read. Releases read other places: see the release table.
      """#
    ),
    StatementText(
      "INJ-2",
      "The Pod's own switch wins",
      #"""
      A Pod opts out of, or into, what its Namespace says.
      """#
    ),
    StatementText(
      "INJ-3",
      "The words of the switch",
      #"""
      `enabled` and `true` switch on, `disabled` and `false` off, exactly so written. Any other value, the empty one included, is
      refused with the evidence.
      """#
    ),
    StatementText(
      "INJ-4",
      "Labels are recommended over annotations",
      #"""
      A decision by annotation carries a finding that recommends the label.
      """#
    ),
    StatementText(
      "INJ-5",
      "Without a switch nothing is injected",
      #"""
      Where no place has the switch, the Pod is skipped.
      """#
    ),
    StatementText(
      "INJ-6",
      "Exceptions are skipped",
      #"""
      A Pod that has one of the configured labels, with its value or with any value where that is `*`, is skipped before the switch
      is read.
      """#
    ),
    StatementText(
      "INJ-7",
      "A Pod that has its sidecar is skipped",
      #"""
      A container named `kuma-sidecar` ends the decision before the switch is read.
      """#
    ),
    StatementText(
      "INJ-8",
      "The mesh must exist",
      #"""
      A Pod to be injected whose mesh does not exist is refused; from 2.14.0 a zone proxy whose mesh is written down is not. In 3.0,
      announced, only a label counts as written down.
      """#
    ),
    StatementText(
      "INJ-9",
      "No container may run as the sidecar's user",
      #"""
      A container that does is refused with the names of all that do; init containers are not looked at.
      """#
    ),
    StatementText(
      "INJ-10",
      "The administration port must be a number",
      #"""
      A Pod to be injected whose annotation `kuma.io/envoy-admin-port` is not a number is refused.
      """#
    ),
    StatementText(
      "INJ-11",
      "A Namespace that is not there",
      #"""
      A Pod whose Namespace is not among the objects is an outcome that says so, never a guess.
      """#
    ),
    StatementText(
      "INJ-12",
      "Injection happens at creation",
      #"""
      A Pod that runs without the sidecar it would get now keeps running so; that is a finding.
      """#
    ),
    StatementText(
      "INJ-13",
      "The order of the injector's errors",
      #"""
      The first error is the answer: the mesh (INJ-8), the sidecar's user (INJ-9), ContainerPatches (INJ-16), the annotations of the
      sidecar (INJ-14, INJ-10) and the volume of its token (INJ-17), those of transparent proxying and probes (INJ-15, INJ-18), the
      probes (INJ-19). Up to 1.7 the mesh is looked up only once the sidecar is put together.
      """#
    ),
    StatementText(
      "INJ-14",
      "Annotations of the sidecar",
      #"""
      A Pod to be injected is refused where `kuma.io/sidecar-env-vars` is not a list of variables, or, from the release that reads each,
      `kuma.io/sidecar-proxy-concurrency` no number, `kuma.io/sidecar-drain-time` no duration as Go writes it,
      `kuma.io/wait-for-dataplane-ready` or `k8s.kuma.io/spire-support` no switch.
      """#
    ),
    StatementText(
      "INJ-15",
      "Annotations of transparent proxying",
      #"""
      A Pod to be injected is refused where an annotation cannot be read that the release reads: of the builtin DNS (switch, port and
      log), eBPF, the engine of transparent proxying, packets that are dropped or logged, the place of the init container, and the
      port for IPv6 where the injector does not write it itself (2.7 and 2.8). In 3.0, announced, neither the builtin DNS nor eBPF is
      read; packets are, and so are the IP family mode, which must be `dualstack` or `ipv4` in whatever case or empty, and
      `traffic.kuma.io/exclude-inbound-ports` and `…-outbound-ports`, which must be ports from 1 to 65535.
      """#
    ),
    StatementText(
      "INJ-16",
      "ContainerPatches",
      #"""
      Those that the control plane names for every Pod and those that the annotation `kuma.io/container-patches` names must be in the control
      plane's namespace. A Pod is refused with the names of all that are not, told apart by who names them; where the input has none at all,
      whether it is injected is unknown. Whether their JSON patches apply to the containers that are injected rests on the whole of these
      containers, which nothing here builds: they are taken to apply, and to change nothing that the mapping reads, and what is said of the
      injection tells so.
      """#
    ),
    StatementText(
      "INJ-17",
      "The volume of the service account's token",
      #"""
      The Pod must have the volume that `kuma.io/service-account-token-volume` names.
      """#
    ),
    StatementText(
      "INJ-18",
      "Gateways and annotations of probes",
      #"""
      The injector reads `kuma.io/gateway` as a switch in all releases up to 2.14: `provided`, `builtin` and the empty string refuse
      the Pod. So do virtual probes that a gateway asks for, and from 2.9.0 a port of the proxy of probes on a Pod with the
      annotation, and whatever of probes is no switch or no number. In 3.0, announced, neither the gateway annotation nor those of
      virtual probes are read.
      """#
    ),
    StatementText(
      "INJ-19",
      "Ports of probes",
      #"""
      No probe that is redirected may ask the port that it is redirected to: 9000 where virtual probes are on, 9001 where there is a
      proxy of probes. In 3.0, announced, there are no virtual probes.
      """#
    ),
    StatementText(
      "INJ-20",
      "Annotations of transparent proxying by ConfigMap",
      #"""
      Where transparent proxying is set up by a ConfigMap, other annotations are read than INJ-15 says, and the Pod is refused where one cannot
      be: in turn the IP family mode, packets that are dropped or logged, ports that are not redirected, the gateway, the proxy of probes, eBPF,
      virtual probes and the place of the init container.
      """#
    ),
    StatementText(
      "WRITE-1",
      "The marks and ports",
      #"""
      The annotations `kuma.io/sidecar-injected: "true"`, `kuma.io/transparent-proxying: enabled` and the redirect ports, 15006 and
      15001 unless the control plane is set otherwise, are written over whatever is there. In 3.0, announced, only the first of these is: what
      is redirected stands in an annotation `traffic.kuma.io/transparent-proxy-config`, of which the mapping reads nothing, so that it is left
      out here.
      """#
    ),
    StatementText(
      "WRITE-2",
      "The mesh",
      #"""
      The mesh is written down as the annotation `kuma.io/mesh`; from 2.9.0 as the label.
      """#
    ),
    StatementText(
      "WRITE-3",
      "The administration port",
      #"""
      `kuma.io/envoy-admin-port` is written, 9901 unless the control plane is set otherwise, where the Pod has no such annotation. In 3.0,
      announced, it is written over the one that the Pod has.
      """#
    ),
    StatementText(
      "WRITE-4",
      "IPv6",
      #"""
      The port for IPv6 is written, 15010 unless the control plane is set otherwise; from 2.7.0 the IP family mode instead, `dualstack` unless
      the control plane is set otherwise, and from 2.9.0 unless the Pod has one. In 2.7 and 2.8 a control plane whose port for IPv6 is set
      to 0 writes the mode `ipv4`, and one whose port is neither 15006 nor 15010 writes the port too. In 3.0,
      announced, nothing of IPv6 is written.
      """#
    ),
    StatementText(
      "WRITE-5",
      "Probes",
      #"""
      `kuma.io/virtual-probes` and `kuma.io/virtual-probes-port` are written, `enabled` (from 2.13.0 `disabled`) and 9000 unless the
      Pod says otherwise, `disabled` for a gateway. The HTTP probes then ask that port for `/<port><path>`. From 2.9.0
      `kuma.io/application-probe-proxy-port` is written too, 9001, or 0 for a gateway, and up to 2.12 where virtual probes are off;
      where it is not 0 all probes ask it, for `/<port><path>`, `/tcp/<port>` and `/grpc/<port>`. From 2.13.0 a Pod whose port is 0
      gets virtual probes. Where transparent proxying is set up by a ConfigMap (WRITE-8), in every release, a Pod that names no port has 9001, or
      0 where its own annotation switches virtual probes off, whatever the control plane is set to; and only a gateway annotation that is on makes it
      0. In 3.0, announced, there are no virtual probes: none of their annotations is written, and a Pod whose port
      is 0 keeps its probes. A gateway is a Pod like others.
      """#
    ),
    StatementText(
      "WRITE-6",
      "Where the sidecar stands",
      #"""
      It is the last container, from 2.1.0 the first. From 2.7.0 it can be an init container that goes on running, before those of the
      Pod, and from 2.14.0 it is one unless the control plane is set otherwise; always from Kubernetes 1.29 on only. In 3.0,
      announced, whatever is set, it is.
      """#
    ),
    StatementText(
      "WRITE-7",
      "The service account",
      #"""
      A Pod that is created without a service account gets `default`, which the API server fills in before anybody asks Kuma. A preview
      maps it so. `serviceAccount`, the old name of the field, holds where `serviceAccountName` is absent or empty.
      """#
    ),
    StatementText(
      "WRITE-8",
      "Transparent proxying by ConfigMap",
      #"""
      Where transparent proxying is set up by a ConfigMap, the administration port and the port of virtual probes are the default ones, even if
      the Pod has its own. The IP family mode is the Pod's own or the ConfigMap's, and so is the inbound port where incoming traffic is not redirected: of gateways,
      and of every Pod where the ConfigMap says so. From 2.11.0 none of the annotations of WRITE-1 and WRITE-4 is written but the mark,
      `traffic.kuma.io/transparent-proxy-config` holds the whole configuration, and nothing of it comes to the Dataplane.

      Where the ConfigMap does not exist in the control plane's namespace, or `config.yaml` in it is missing or cannot be read, every Pod is
      refused; in 2.10 Kuma's defaults hold instead. A ConfigMap that is not known is taken to exist and to hold the defaults, and a note on the
      settings says so; so is one that an annotation of a Pod names in 2.9 and 2.10. In 3.0, announced, there always is a ConfigMap: where none is
      named, that of the chart, `kuma-transparent-proxy-config`, which a default install makes.
      """#
    ),
    StatementText(
      "REFUSE-1",
      "The label of the workload",
      #"""
      A Pod with the label `kuma.io/workload` is refused, whatever its value.
      """#
    ),
    StatementText(
      "REFUSE-2",
      "One mesh a namespace",
      #"""
      Where the control plane is set so, a Pod is refused whose namespace has a Dataplane that is not labelled with the Pod's mesh.
      """#
    ),
    StatementText(
      "REFUSE-3",
      "A mesh whose name is no label",
      #"""
      Where the injector writes the mesh as a label (WRITE-2), the API server refuses a Pod whose mesh has a name that no label can have, longer than
      63 characters say: an annotation can name it.
      """#
    ),
    StatementText(
      "MESH-1",
      "Where the mesh is read",
      #"""
      The Pod's annotation `kuma.io/mesh`, then the Namespace's; the first that is not empty names the mesh. Releases read other
      places: see the release table. In 3.0, announced, the labels only.
      """#
    ),
    StatementText(
      "MESH-2",
      "The default mesh",
      #"""
      Where nothing names one, the mesh is `default`.
      """#
    ),
    StatementText(
      "MESH-3",
      "The controller needs the Mesh",
      #"""
      A Pod whose mesh does not exist gets no Dataplane.
      """#
    ),
    StatementText(
      "SVC-1",
      "A Service belongs to the Pods it selects",
      #"""
      A Service of the Pod's own namespace whose selector is not empty and contained in the Pod's labels belongs to the Pod.
      """#
    ),
    StatementText(
      "SVC-2",
      "Services come by name",
      #"""
      The Services of a Pod give inbounds in the order of their names. Before 1.3.0 they come as the API server lists them, which a
      cluster takes to be by name.
      """#
    ),
    StatementText(
      "SVC-3",
      "Services can be left out",
      #"""
      A Service annotated `kuma.io/ignore` with a value that switches on does not belong to any Pod; a value that cannot be read
      leaves nothing out. Before 1.5.0 the value is read as Go reads booleans.
      """#
    ),
    StatementText(
      "SVC-4",
      "Labels can be taken out of selectors",
      #"""
      The configured labels do not count in selectors; a Service that belongs to a Pod only thanks to that gives inbounds in the state
      Ignored. A selector emptied by that matches every Pod of the namespace. In 3.0, announced, such inbounds are ready or not like
      any other.
      """#
    ),
    StatementText(
      "SVC-5",
      "Services without a selector",
      #"""
      Such a Service belongs to the Pods whose identifier an endpoint of its EndpointSlices names. An endpoint that names no object is passed
      over; before 2.8.2 it crashes the control plane.
      """#
    ),
    StatementText(
      "SVC-6",
      "Services of type ExternalName",
      #"""
      They give inbounds like others; from 2.5.0, with backports, they give none.
      """#
    ),
    StatementText(
      "SVC-7",
      "Services that are refused",
      #"""
      A webhook refuses a Service that is written with an annotation of the protocol of one of its ports, where Kuma does not know that
      protocol, whether the annotation is read or not. From 2.5.0 it is not asked in kube-system.
      """#
    ),
    StatementText(
      "PORT-1",
      "Only TCP ports give inbounds",
      #"""
      A port whose protocol is empty or TCP gives an inbound, any other does not.
      """#
    ),
    StatementText(
      "PORT-2",
      "Target ports by number",
      #"""
      A number is the port, whether or not a container declares it.
      """#
    ),
    StatementText(
      "PORT-3",
      "Target ports by name",
      #"""
      A name is the first port of that name and of the same protocol among the containers, in order, without init containers. Where
      there is none the port gives no inbound, and that is a finding.
      """#
    ),
    StatementText(
      "PORT-4",
      "Services without any inbound",
      #"""
      Where Services belong to the Pod and none of their ports gives an inbound, there is no Dataplane; from 2.8.0 the Pod is
      mapped as one without a Service.
      """#
    ),
    StatementText(
      "PORT-5",
      "An absent target port is filled in",
      #"""
      A preview takes a Service's port without a target port for the number of the port itself, as the API server fills it in, and
      says so where the containers declare other ports only; objects as they stand are taken as they stand.
      """#
    ),
    StatementText(
      "TAG-1",
      "Labels become tags",
      #"""
      Every label of the Pod becomes a tag of each of its inbounds, but for those of TAG-2, TAG-3 and TAG-8.
      """#
    ),
    StatementText(
      "TAG-2",
      "Empty labels are not converted",
      #"""
      A label with an empty value is no tag.
      """#
    ),
    StatementText(
      "TAG-3",
      "Reserved labels are not converted",
      #"""
      A label whose key contains `kuma.io/` anywhere is no tag. `my-kuma.io/x` is reserved, `app.kuma.io` is not.
      """#
    ),
    StatementText(
      "TAG-4",
      "The service",
      #"""
      `kuma.io/service` is the name of the service, of the Service's name and namespace and the port's number.
      """#
    ),
    StatementText(
      "TAG-5",
      "The zone",
      #"""
      `kuma.io/zone` is the control plane's zone, where it has one: the one that is set, else the release's own, which is none as documented
      and before 2.6.0, and `default` from then on.
      """#
    ),
    StatementText(
      "TAG-6",
      "The protocol",
      #"""
      `kuma.io/protocol` is the application protocol of the Service's port: its `appProtocol`, even where that is empty or unknown,
      else the Service's annotation `<port>.service.kuma.io/protocol`, and `tcp` where that gives nothing.
      """#
    ),
    StatementText(
      "TAG-7",
      "The Kubernetes objects",
      #"""
      `k8s.kuma.io/namespace`, `k8s.kuma.io/service-name` and `k8s.kuma.io/service-port` name the Pod's namespace, the Service and
      its port.
      """#
    ),
    StatementText(
      "TAG-8",
      "Added tags are never overridden",
      #"""
      A label of the Pod never replaces a tag that is added; a label that would is listed with what it was replaced by.
      """#
    ),
    StatementText(
      "TAG-9",
      "The instance",
      #"""
      Inbounds of headless Services, and of Pods without a Service, have `kuma.io/instance`, the Pod's name. The documented rules
      add no such tag.
      """#
    ),
    StatementText(
      "TAG-10",
      "Labels of the Node",
      #"""
      The configured labels of the Pod's Node become tags and replace labels of the Pod, names and the zone; of the placeholder
      they replace everything. By default they are the zone and the region, from 2.8.0 on the hostname too. A Pod without a Node has none; a
      Node that is not there is a failure.
      """#
    ),
    StatementText(
      "TAG-11",
      "Inbounds without tags",
      #"""
      Where the control plane is set so, inbounds have no tags. In 3.0, announced, inbounds never have tags, gateways neither, and
      TAG-1 to TAG-10 say nothing.
      """#
    ),
    StatementText(
      "TAG-12",
      "The protocol's case",
      #"""
      The protocol is written as it is found; from 1.7.0 in lower case.
      """#
    ),
    StatementText(
      "TAG-13",
      "Only known protocols count",
      #"""
      An `appProtocol` that Kuma does not know is passed over and the annotation read; the annotation counts whatever it says.
      """#
    ),
    StatementText(
      "TAG-14",
      "Every tag knows its origin",
      #"""
      Each tag says where it comes from, and each label that is no tag is listed with why.
      """#
    ),
    StatementText(
      "POD-1",
      "The reserved port",
      #"""
      A Pod to which no Service belongs has one inbound, on port 49151, with the protocol `tcp`.
      """#
    ),
    StatementText(
      "POD-2",
      "The name of its service",
      #"""
      `kuma.io/service` is `<name>_<namespace>_svc`, of the Pod's own name and namespace. Releases up to 2.0 take the last two parts
      off the Pod's name, later ones name it after the Pod's owner. In 3.0, announced, there is no such tag, and the owner is not
      looked up.
      """#
    ),
    StatementText(
      "POD-3",
      "Reserved labels of a Pod without a Service",
      #"""
      They are no tags, as of any other Pod. Every release turns them into tags here, unless a tag that is added replaces them.
      """#
    ),
    StatementText(
      "POD-4",
      "Its readiness",
      #"""
      The last container that has a status decides, and the sidecar; from 2.5.1 every container does. Deletion does not count.
      """#
    ),
    StatementText(
      "INB-1",
      "One inbound for each port",
      #"""
      Every TCP port of every Service that belongs to the Pod gives one inbound, in the order of the Services and of their ports.
      """#
    ),
    StatementText(
      "INB-2",
      "Readiness",
      #"""
      An inbound is ready where the container that declares its port and the sidecar are; what has no status does not count. Where
      nothing is known there is no health; from 2.5.1 the inbound is then ready.
      """#
    ),
    StatementText(
      "INB-3",
      "Deletion",
      #"""
      Inbounds of Services of a Pod that is being deleted are not ready.
      """#
    ),
    StatementText(
      "INB-4",
      "State",
      #"""
      Inbounds have a state beside their health: Ready, NotReady or Ignored, which wins.
      """#
    ),
    StatementText(
      "INB-5",
      "Names",
      #"""
      An inbound has the name of the Service's port; from 2.10.0 that of the container's port. Before 2.9.0 it has none.
      """#
    ),
    StatementText(
      "INB-6",
      "Protocol",
      #"""
      An inbound has the protocol as a field beside the tag.
      """#
    ),
    StatementText(
      "INB-7",
      "Inbounds of one port are merged",
      #"""
      Where the mesh uses MeshServices exclusively, the first inbound of each port stays; in 2.13.10 and later releases of 2.13 the
      first of each port and state; from 2.14.1 on only where inbounds have no tags. In 3.0, announced, in every mesh: of the inbounds
      of each port the one with the best state stays, Ready before NotReady before Ignored, in the place of the first.
      """#
    ),
    StatementText(
      "INB-8",
      "The sidecar as init container",
      #"""
      The sidecar's status is also looked for among the init containers.
      """#
    ),
    StatementText(
      "INB-9",
      "Ports without an inbound",
      #"""
      The sidecar refuses connections to ports of the Pod that no inbound has, unless mTLS is permissive. Before, it passes them on to the
      application.
      """#
    ),
    StatementText(
      "GW-1",
      "The annotation is a switch",
      #"""
      `kuma.io/gateway` makes the Pod a gateway where it switches on, leaves it an ordinary Pod where it switches off, and is a
      failure otherwise.
      """#
    ),
    StatementText(
      "GW-2",
      "A gateway has tags and no inbounds",
      #"""
      Its tags are those of the first inbound that the Pod would have. In 3.0, announced, inbounds have no tags, and so it has none.
      """#
    ),
    StatementText(
      "GW-3",
      "A gateway's protocol",
      #"""
      The protocol tag is left out where it is not `tcp`.
      """#
    ),
    StatementText(
      "GW-4",
      "Types of gateways",
      #"""
      Only `enabled` and `provided` make a gateway; any other value is a failure. In 3.0, announced, the annotation is not read: such
      a Pod is mapped like others.
      """#
    ),
    StatementText(
      "GW-5",
      "Provided gateways",
      #"""
      A `provided` gateway of a Deployment has the one tag `kuma.io/service-name: <deployment>_<namespace>_svc`; without a
      Deployment it is one as `enabled` makes it.
      """#
    ),
    StatementText(
      "GW-6",
      "Builtin gateways",
      #"""
      A Pod annotated `builtin` is one that Kuma runs a gateway in, whether it is injected or not: its Dataplane has the address, the type
      `BUILTIN` and the tags, and nothing else. In 3.0, announced, there are none. Where the Pod is refused when it is created, a preview gives none.
      """#
    ),
    StatementText(
      "GW-7",
      "Tags of builtin gateways",
      #"""
      They are those of the annotation `kuma.io/tags`, a JSON object of strings; the zone is added where there is one, and replaces a tag of its
      key. Without the annotation, or where it is no such object, the control plane gives up. Up to 2.7.1 `null` is no tags at all, and a zone to
      add to them crashes the control plane.
      """#
    ),
    StatementText(
      "GW-8",
      "What stays of the Dataplane of a builtin gateway",
      #"""
      The mesh is written when the Dataplane is created, and so are the labels that the controller gives it from 2.12.0 on, which are those of
      LBL-1 and LBL-2: one that exists keeps its own. One that is as it should be is not written, and no webhook sees it. It is never a workload.
      """#
    ),
    StatementText(
      "ZONE-1",
      "Zone ingresses",
      #"""
      A ZoneIngress has the name, namespace and owner of its Pod (DP-1, DP-2), the Pod's address, the port of the Pod that its Service leads to and,
      from 1.5.0, the administration port of TP-6. Which services it offers is filled in by another part of the control plane, of all that the zone
      has: unless those that were there are kept (ZONE-2), they are unknown and told as such. They are not compared.
      """#
    ),
    StatementText(
      "ZONE-2",
      "Where others reach a zone",
      #"""
      Other zones reach it where `kuma.io/ingress-public-address` and `kuma.io/ingress-public-port` say, of which one alone is a failure. Without
      them a Service of type LoadBalancer gives the address, or else the name, of its first place, and its first port; one of type NodePort the
      external or else the internal address of the first Node, and its first port on Nodes, a Node without either being a failure. Otherwise, or
      where the load balancer is not there yet, nothing says it. Which Node is the first Kuma leaves to chance; here it is the first by name, and
      unknown where the input has none. What a ZoneIngress said before stays where nothing says it now, and the services that it offered stay, but
      not from 1.4.1 to 2.4.4.
      """#
    ),
    StatementText(
      "ZONE-3",
      "Zone egresses",
      #"""
      A ZoneEgress has the name, namespace and owner of its Pod, the zone of the control plane, the Pod's address, the port of the Pod that its
      Service leads to, and the administration port.
      """#
    ),
    StatementText(
      "ZONE-4",
      "The Service of a zone proxy",
      #"""
      Just one Service belongs to the Pod, and gives it just one inbound; anything else is a failure. From 2.11.0 inbounds of one port count as one.
      """#
    ),
    StatementText(
      "ZONE-5",
      "The labels of zone proxies",
      #"""
      They follow LBL-1, LBL-2 and the defaulting of ADM-2 and ADM-3, with the type `zoneingress` or `zoneegress`, and without a mesh, a workload and
      listeners. The validating webhook is asked in no release; the API server refuses what is no label (ADM-7).
      """#
    ),
    StatementText(
      "TP-1",
      "Transparent proxying",
      #"""
      On Kubernetes it is always on. Releases read it, and the lists of services, only where `kuma.io/transparent-proxying` switches
      it on, and from 2.11.0 the lists also where a transparent proxy configuration is annotated. In 3.0, announced, the lists are
      always read, and nothing else is.
      """#
    ),
    StatementText(
      "TP-2",
      "Redirect ports",
      #"""
      The ports are those of the annotations that the injector writes, unsigned decimal numbers of 32 bits. A value that is not one is
      a failure, and so is one that is missing where a release needs it. In 3.0, announced, there are none.
      """#
    ),
    StatementText(
      "TP-3",
      "The port for IPv6",
      #"""
      It is the annotated port; from 2.9.0 it is not read.
      """#
    ),
    StatementText(
      "TP-4",
      "IP families",
      #"""
      `dualstack` or `ipv4`; anything else is a failure, and absence is dual stack. Up to 2.8 the port 0 for IPv6 means IPv4 where the
      mode is absent; from 2.11.0 an empty mode is left out. In 3.0, announced, there is none.
      """#
    ),
    StatementText(
      "TP-5",
      "Nothing set",
      #"""
      Where nothing is set, the section is left out.
      """#
    ),
    StatementText(
      "TP-6",
      "The administration port",
      #"""
      `networking.admin.port` is the annotation `kuma.io/envoy-admin-port`; a value that is not a number is a failure.
      """#
    ),
    StatementText(
      "TP-7",
      "Outbounds",
      #"""
      Up to 2.1 the control plane also writes outbounds into every Dataplane, those of gateways too. From 1.6.0 it can be set to keep them apart as
      virtual IPs, which from 2.2.0 is the default. In 3.0, announced, there are none.
      """#
    ),
    StatementText(
      "OUT-1",
      "What outbounds lead to",
      #"""
      There is one for each service that an inbound of a Dataplane of the mesh has as its tag, in the order of the services' names, where the tag has
      four parts and the Service of the first two exists: to its cluster IP and the port of the fourth part. The Dataplanes are those that exist;
      a preview without any takes those that it gives, and where the input does not let one know these, its outbounds are unknown. In a preview one to a Service or a Pod that has yet to be given its
      address has none, and the Dataplane is pending. A Service of type ExternalName gives none from 2.5.0 on and in backports, and ignored
      inbounds do not count from 2.5.2 on.
      """#
    ),
    StatementText(
      "OUT-2",
      "Outbounds of headless Services",
      #"""
      A headless Service gives one for each inbound behind it, to its address and port, with the instance as a tag, in the order of
      the Dataplanes; those of the Dataplane's own address are left out. Kuma's order is that of a list without an order; here it is that of
      namespaces and names, and where two Dataplanes are compared it does not count.
      """#
    ),
    StatementText(
      "OUT-3",
      "Outbounds of what may be reached",
      #"""
      Where reachable services are listed (REACH-1), there are outbounds of these only.
      """#
    ),
    StatementText(
      "OUT-4",
      "Outbounds of virtual IPs",
      #"""
      In 1.2 there is also one for each virtual IP that the control plane gave. They are not mapped: they are reported as unknown, a finding
      says so, Dataplanes that exist are compared without them, and a Dataplane that has them besides is not brought to anything else.
      """#
    ),
    StatementText(
      "DA-1",
      "A list of services",
      #"""
      `kuma.io/direct-access-services` is a comma-separated list of services, written into the Dataplane in its order.
      """#
    ),
    StatementText(
      "DA-2",
      "Whitespace, empty entries and repeats",
      #"""
      Whitespace around entries does not count, empty entries are dropped and repeats kept once. Releases keep whitespace and repeats, and up
      to 1.7 empty entries.
      """#
    ),
    StatementText(
      "DA-3",
      "Every service",
      #"""
      `*` is every service of the mesh, whatever else is listed; it is resource intensive, which is a finding.
      """#
    ),
    StatementText(
      "DA-4",
      "No service",
      #"""
      Without the annotation, or where it lists nothing, no service is reached directly.
      """#
    ),
    StatementText(
      "DA-5",
      "Entries that match nothing",
      #"""
      An entry that is not the name of a service on Kubernetes is kept and is a finding that says why. In 3.0, announced, every name
      is one (DA-6).
      """#
    ),
    StatementText(
      "DA-6",
      "What names match",
      #"""
      A name matches the inbounds whose tag `kuma.io/service` it is. In 3.0, announced, it matches nothing: only `*` counts. On the development
      branch of 21 August 2026 it matched the Dataplanes whose label `kuma.io/service` it was. A name that matches otherwise than by the tag is a
      finding, unless `*` is listed too.
      """#
    ),
    StatementText(
      "DA-7",
      "The listeners of direct access",
      #"""
      The proxy gets a listener for each address and port of the inbounds of other Dataplanes of its mesh that are of a listed service, or of all
      with `*`. Its own Dataplane, by name and namespace, does not count; inbounds that are not ready or ignored count, and so does the reserved
      port of a Pod without a Service; gateways have no inbound. Where the Mesh names a backend of Prometheus for its metrics, each proxy, a
      gateway's too, has one inbound more, which no Dataplane shows: of service `dataplane-metrics`, or as the tags of the backend say, at the
      port of the Dataplane's metrics, else of the backend, else 5670. Two inbounds at one place are one listener, and what is outbound already gets none:
      what is written into the Dataplane and, where outbounds are kept as virtual IPs and the mesh is not exclusive, the Pods of headless Services
      at the Service's port. Listeners are sorted by address as a string, then by port. Up to 2.10 both redirect ports have to be set; from 2.11.0
      one is enough, and where the IP family mode is `ipv4` the proxy's own address has to be one of IPv4.
      """#
    ),
    StatementText(
      "REACH-1",
      "Reachable services",
      #"""
      `kuma.io/transparent-proxying-reachable-services` is a comma-separated list, kept as a release keeps it: up to 1.7 an empty
      annotation gives one empty entry. In 3.0, announced, it is not read.
      """#
    ),
    StatementText(
      "REACH-2",
      "Reachable backends",
      #"""
      `kuma.io/reachable-backends` is YAML of the form `refs: [{kind, name, namespace, port, labels}]`; an empty list reaches
      nothing. What is not of that form is a failure, and an entry that is null crashes the control plane. Anchors, aliases, tags and merge
      keys are read as `sigs.k8s.io/yaml` reads them in every release, and refused where that refuses them: too deep, or too many aliases.
      """#
    ),
    StatementText(
      "DP-1",
      "Name and namespace",
      #"""
      The Dataplane has the name and the namespace of the Pod, and its address.
      """#
    ),
    StatementText(
      "DP-2",
      "Owner",
      #"""
      The Pod is the Dataplane's controller, so that the Dataplane is deleted with it.
      """#
    ),
    StatementText(
      "DP-3",
      "The resource",
      #"""
      A Dataplane encodes as Kuma's resource `kuma.io/v1alpha1`, absent defaults left out, and decodes to the same Dataplane.
      """#
    ),
    StatementText(
      "LBL-1",
      "Labels",
      #"""
      The Dataplane has all labels of the Pod over those it had, and where absent the mesh, the namespace, and
      the origin, the zone and the environment of a control plane that is that of a zone, which from 2.6.0 on every one is; and the type of
      proxy. These are the labels that the controller writes; what is stored is ADM-2. In 3.0, announced, origin, zone and environment
      replace those that are there, the name to show is one of the labels, and the type of proxy none.
      """#
    ),
    StatementText(
      "LBL-2",
      "The service account",
      #"""
      `k8s.kuma.io/service-account` is the Pod's service account, where it has one.
      """#
    ),
    StatementText(
      "LBL-3",
      "The workload",
      #"""
      `kuma.io/workload` is the first of the configured labels that the Pod has with a value, else the service account.
      """#
    ),
    StatementText(
      "LBL-4",
      "Listeners of zone proxies",
      #"""
      The labels of listeners that the controller writes are those of the Dataplane as it was before (but ADM-4).
      """#
    ),
    StatementText(
      "LBL-5",
      "Labels of the Node",
      #"""
      Where inbounds have no tags, the configured labels of the Node become labels of the Dataplane. In 3.0, announced, inbounds never
      have tags.
      """#
    ),
    StatementText(
      "LBL-6",
      "Reserved labels",
      #"""
      Labels of the Pod, of the Node and of the Dataplane as it was whose key begins with `kuma.io/` or `k8s.kuma.io/` are no labels of the
      Dataplane, but for those that are computed. Up to 2.14 they are labels like others.
      """#
    ),
    StatementText(
      "LSN-1",
      "Services of zone proxies give listeners",
      #"""
      A Service labelled `k8s.kuma.io/zone-proxy-type` gives no inbounds; where the mesh uses MeshServices exclusively it gives
      listeners: `ingress` or `egress`, any other value is a failure. In 3.0, announced, it does in every mesh.
      """#
    ),
    StatementText(
      "LSN-2",
      "Pods that are nothing but zone proxies",
      #"""
      They have no placeholder, and with listeners they reach no backends.
      """#
    ),
    StatementText(
      "LSN-3",
      "Listeners of one port",
      #"""
      The first of one type stays; two types on one port are a failure.
      """#
    ),
    StatementText(
      "MET-1",
      "Metrics of the Pod",
      #"""
      Where `prometheus.metrics.kuma.io/path` is not empty or `prometheus.metrics.kuma.io/port` is there, the Dataplane has `metrics` of type
      `prometheus` with that path and port. What the Mesh says of metrics is not written. In 3.0, announced, there are none.
      """#
    ),
    StatementText(
      "MET-2",
      "Aggregated metrics",
      #"""
      An application that `prometheus.metrics.kuma.io/aggregate-NAME-` with `port`, `path` or `enabled` names is among the aggregated ones,
      with the path `/metrics` where none is annotated, switched on unless it is switched off. From 2.2.0 its `address` is read too, which alone
      names none. Kuma writes them in an order that is left to chance; here they are in the order of their names.
      """#
    ),
    StatementText(
      "PROBE-1",
      "Virtual probes",
      #"""
      Where the injector switched virtual probes on, the Dataplane has `probes` with their port and, for each HTTP probe of liveness,
      readiness and, from 1.6.0, startup of each container but the sidecar, an endpoint: the path that the probe asks for, and the port and path
      of the application that it begins with. From 2.8.0 native sidecars that start after the proxy come before the containers. Without an HTTP probe
      there is the port alone. In 3.0, announced, there are none.
      """#
    ),
    StatementText(
      "PROBE-2",
      "Probes through the proxy of probes",
      #"""
      A probe that asks the port of the proxy of probes counts as one that asks the virtual port; one that the proxy asks over TCP or gRPC gives no
      endpoint.
      """#
    ),
    StatementText(
      "FAIL-1",
      "Metrics",
      #"""
      An annotation of metrics whose port is not a number or whose switch cannot be read is a failure; from 1.7.0 also those of
      aggregated metrics, whose port must be there where they are switched on. In 3.0, announced, none of these is read.
      """#
    ),
    StatementText(
      "FAIL-2",
      "Probes",
      #"""
      Where virtual probes are on, their port must be a number and every HTTP probe must be one that Kuma rewrote. In 3.0, announced, none of these is read.
      """#
    ),
    StatementText(
      "VALID-1",
      "Names of tags",
      #"""
      They are not empty and consist of letters, digits and `.-_:/`.
      """#
    ),
    StatementText(
      "VALID-2",
      "Values of tags",
      #"""
      They are not empty and consist of letters, digits and `.-_:`, of any length.
      """#
    ),
    StatementText(
      "VALID-3",
      "The service",
      #"""
      Every inbound and every gateway has the tag `kuma.io/service`, and every Dataplane an inbound or a gateway; from 2.14.0,
      gateways from 2.14.2, only where there are tags. In 3.0, announced, tags are not looked at. Where the tag is missing, an inbound is
      refused for the tag and a gateway for its tags, up to 1.4 for the tag too. Up to 1.4 a Dataplane can be an ingress, which none of a Pod is;
      what is refused in one is not looked at.
      """#
    ),
    StatementText(
      "VALID-4",
      "The protocol",
      #"""
      The tag `kuma.io/protocol` names a protocol that the release knows.
      """#
    ),
    StatementText(
      "VALID-5",
      "Ports",
      #"""
      Ports of inbounds are from 1 to 65535.
      """#
    ),
    StatementText(
      "VALID-6",
      "The address",
      #"""
      It is not one that means every address.
      """#
    ),
    StatementText(
      "VALID-7",
      "Gateways",
      #"""
      A gateway has the tag `kuma.io/service`, from 2.14.2 only where it has tags, and its protocol is `tcp` where it has one. The
      one tag of a `provided` gateway is another, so that the validator refuses it.
      """#
    ),
    StatementText(
      "VALID-8",
      "The administration port",
      #"""
      It is not the port at which the application behind an inbound is asked on the host itself. From 1.8.0 it is held against ports of the host itself only, where no inbound of a Pod listens,
      unless the control plane is set to localhost inbound clusters, which 2.2.0 no longer knows.
      """#
    ),
    StatementText(
      "VALID-9",
      "The name of the mesh",
      #"""
      It is not empty and consists of lower-case letters, digits, `-` and `_`; from 2.5.0 also of dots, with 253 bytes at most.
      """#
    ),
    StatementText(
      "VALID-10",
      "The origin",
      #"""
      The label `kuma.io/origin` is `global` or `zone`, where it is there: a Pod's label becomes a Dataplane's from 2.10.0 on (LBL-1).
      """#
    ),
    StatementText(
      "VALID-11",
      "Reachable backends",
      #"""
      Their kind is MeshService, MeshExternalService or MeshMultiZoneService. They have labels or a name, which is an RFC 1123 subdomain,
      not both, and a namespace only with a name.
      """#
    ),
    StatementText(
      "VALID-12",
      "Listeners of zone proxies",
      #"""
      Their ports are from 1 to 65535. They are, at the same address, no other listener's, of whatever type, and no inbound's. Their names are no other listener's and no inbound's, of
      which one without a name has its port for one.
      """#
    ),
    StatementText(
      "VALID-13",
      "Virtual probes",
      #"""
      Their port and the ports of the application are from 1 to 65535, and the paths are paths of a URL: without control characters, what is
      escaped in them escaped right.
      """#
    ),
    StatementText(
      "VALID-14",
      "Outbounds",
      #"""
      Their ports are from 1 to 65535, their addresses are addresses of IP where they have one, and their tags follow VALID-1 and VALID-2.
      """#
    ),
    StatementText(
      "VALID-15",
      "Names of meshes",
      #"""
      They are RFC 1035 labels: up to 63 lower-case letters, digits and `-`, a letter first and no `-` last. A Mesh of another name cannot be
      created or changed, which is a finding on its Pods; one that exists stays.
      """#
    ),
    StatementText(
      "ADM-1",
      "Where the webhooks are asked",
      #"""
      Everywhere; from 2.5.0 not in kube-system, and from 2.11.0 only in namespaces that have the label `kuma.io/sidecar-injection`, with
      whatever value, and, where the chart has a list of namespaces, that are on it or are the control plane's. Where they are not asked, nothing is defaulted and nothing refused.
      """#
    ),
    StatementText(
      "ADM-2",
      "Labels that are defaulted",
      #"""
      Where absent, the mesh and, as in LBL-1, the origin, the zone and the environment; the namespace, unless the origin says that the
      Dataplane comes from elsewhere; and from 2.10.0 always the type of the proxy. In 3.0, announced, origin, zone and environment replace those that are
      there, and the type of the proxy is removed.
      """#
    ),
    StatementText(
      "ADM-3",
      "Labels that become annotations",
      #"""
      The name to show is an annotation, the Dataplane's name where there is none; from 2.12.0 the service account and from 2.13.0 the
      workload are annotations too, which are not labels then. An annotation that is there already stays. In 3.0, announced, the name
      to show is always the Dataplane's.
      """#
    ),
    StatementText(
      "ADM-4",
      "Labels of listeners",
      #"""
      They are those of the Dataplane as it is now.
      """#
    ),
    StatementText(
      "ADM-5",
      "The mesh must exist",
      #"""
      A Dataplane whose mesh does not exist is refused.
      """#
    ),
    StatementText(
      "ADM-6",
      "The constraints of the Mesh",
      #"""
      The tags of each inbound and of the gateway have those of one entry of `spec.constraints.dataplaneProxy.requirements`, where
      there is one, and of none of its `restrictions`; the value `*` is any but the empty one. Otherwise the Dataplane is refused. In
      3.0, announced, a Mesh has none.
      """#
    ),
    StatementText(
      "ADM-7",
      "Labels that Kubernetes allows",
      #"""
      The API server refuses a Dataplane whose computed labels of mesh, zone, service account or workload, once some are annotations, are
      longer than 63 characters or none that a label may have. So it does in 3.0, announced, with the label of the name, which a webhook makes an
      annotation where it is asked: elsewhere a Pod with a longer name has no Dataplane.
      """#
    ),
    StatementText(
      "ADM-8",
      "A Dataplane that is refused",
      #"""
      It is not applied: the outcome is a failure with what is refused, and a Dataplane that exists stays as it is. Mesh, labels and
      specification are looked at in turn, and then the Mesh; the first of these that is refused is the answer.
      """#
    ),
    StatementText(
      "ADM-9",
      "Admission left out",
      #"""
      Where a control plane is set so, the Dataplane is the one that the controller writes, neither defaulted nor refused.
      """#
    ),
    StatementText(
      "LIFE-1",
      "Injected Pods get a Dataplane",
      #"""
      For each Pod whose annotation `kuma.io/sidecar-injected` switches on, a Dataplane is created and kept up to date; a Pod without that
      annotation is left alone, and a value that cannot be read is a failure. Before 1.5.0 the value is read as Go reads booleans.
      """#
    ),
    StatementText(
      "LIFE-2",
      "Pods that succeeded",
      #"""
      The Dataplane of a Pod in phase Succeeded is deleted. Before 2.0.0, and its backports, a Pod whose containers but the sidecar
      have all ended is left alone, and so is one without any status.
      """#
    ),
    StatementText(
      "LIFE-3",
      "Pods without an address",
      #"""
      The Dataplane of a Pod without an address is deleted; before 2.0.0, and its backports, such a Pod is left alone. A preview
      gives the Dataplane as pending instead, without an address, unless the Pod has ended.
      """#
    ),
    StatementText(
      "LIFE-4",
      "Evicted Pods",
      #"""
      The Dataplane of a Pod whose status has the reason Evicted is deleted, in any phase.
      """#
    ),
    StatementText(
      "LIFE-5",
      "Namespaces that are being deleted",
      #"""
      Their Pods are left alone, before any reason to delete.
      """#
    ),
    StatementText(
      "LIFE-6",
      "The Namespace is needed",
      #"""
      A Pod to be mapped whose Namespace does not exist is a failure. The controller looks for the Namespace before it looks whether the Pod is
      injected; from 2.0.0 on, and in its backports, after that and after the reasons to delete; from 2.7.0 on before those reasons.
      """#
    ),
    StatementText(
      "LIFE-7",
      "Zone proxies",
      #"""
      A Pod annotated `kuma.io/ingress` or `kuma.io/egress` has a ZoneIngress or ZoneEgress instead (ZONE-1, ZONE-3), whether it is injected or not;
      outside the control plane's namespace it is a failure. It is deleted where the Pod has no address, as in LIFE-3; its phase, an eviction and its
      Namespace do not matter. In 3.0, announced, these annotations are not
      read.
      """#
    ),
    StatementText(
      "LIFE-8",
      "Deletion with the Pod",
      #"""
      A Dataplane none of whose owning Pods exists, by name and identifier, is left for the garbage collector.
      """#
    ),
    StatementText(
      "LIFE-9",
      "Pods of which only the sidecar runs",
      #"""
      A second controller tells the sidecar to quit and deletes the Dataplane of a Pod whose containers have all ended but the sidecar, which has a
      status and runs. Up to 1.5 that is so for the Pods of Jobs whose containers all ended with the exit code 0; from 1.6.0 for every
      Pod whose restart policy is `Never`, or `OnFailure` where they all ended with 0. From 2.0.0, 1.8.1, 1.7.2 and 1.6.2 on it deletes
      nothing. Where the admission is left out (ADM-9), so is this controller.
      """#
    ),
    StatementText(
      "KNOW-1",
      "Namespaces that are not in the input",
      #"""
      No Pod exists without its Namespace, so one that is not in the input is unknown. What is decided alike whether it asks for injection, opts out
      or has no label is certain; otherwise the decision is unknown, with what happens in a Namespace that asks for injection and in one without
      labels. Its labels can be given. Where the Namespace may name the mesh, the mesh is unknown. Where releases are compared, ways to ask
      for the same count that not all of them read: the annotation that asks for injection, and the name of another mesh as a label only or as an
      annotation only.
      """#
    ),
    StatementText(
      "KNOW-2",
      "Nodes that are not in the input",
      #"""
      The labels of Nodes that are copied are unknown where the input has no Node, and where a Pod is not bound to one yet. A Pod that runs without
      the name of a Node has none. From Kubernetes 1.35 on the API server itself copies the labels `topology.kubernetes.io/region` and
      `topology.kubernetes.io/zone` to a Pod when it is bound, over those that it has: before that they are unknown. Where constraints of the
      Mesh name one of these tags (ADM-6), whether the Dataplane is refused is unknown. All else is mapped.
      """#
    ),
    StatementText(
      "KNOW-3",
      "Meshes that are not in the input",
      #"""
      Without a Mesh in the input the mesh `default` exists, as a default install makes it; whether another one does is unknown, and so is what
      rests on it.
      """#
    ),
    StatementText(
      "KNOW-4",
      "Owners that are not in the input",
      #"""
      The name of the service of a Pod that is named after its owner is unknown where the input has no ReplicaSet or Job to lead there.
      All else is mapped.
      """#
    ),
    StatementText(
      "KNOW-5",
      "EndpointSlices that are not in the input",
      #"""
      Where the input has none, the inbounds of a Pod are unknown that a Service without a selector may have.
      """#
    ),
    StatementText(
      "KNOW-6",
      "What the controller does",
      #"""
      As the objects stand, what is not there does not exist for the controller, and without a Mesh object every mesh exists.
      """#
    ),
    StatementText(
      "KNOW-7",
      "Objects that cannot be read",
      #"""
      An object that is there and cannot be read is unknown, whatever its kind is taken for, and to the controller too; the mesh `default` is
      no exception. Of a kind of which a list was cut off, any object that is not there may be one. Where it is a Service, its Pods may have more inbounds than are given, and gateways other tags: neither a comparison nor a
      verification tells a difference that it may explain. A document that cannot be read at all, or of which a tool has yet to make objects, may hold anything: what is said of the objects
      beside it stands, and no verdict is green.
      """#
    ),
    StatementText(
      "CMP-1",
      "What changes between two releases",
      #"""
      For the same objects and settings: Pods that, created anew, gain or lose a sidecar or are refused; Dataplanes that fail, are
      deleted or left alone, or no longer; services renamed; inbounds merged; and every field that differs. Inbounds are the same by
      service and port; by the port alone where one of the two releases gives inbounds no service. What the Dataplane of a Pod becomes by
      its injection is not told beside that; what zone proxies and builtin gateways become, which have theirs without a sidecar, is.
      """#
    ),
    StatementText(
      "CMP-2",
      "What causes a change",
      #"""
      The rows of the release history that a change needs, so that taking any one of them back undoes it; or, where none is needed
      since several would do, those that undo it only where they are taken back together. A row without which the Pod would be refused or given
      up on, as it is neither before nor after, hides what changes and undoes nothing.
      """#
    ),
    StatementText(
      "CMP-3",
      "Direct access to renamed services",
      #"""
      An entry of another Pod's direct access that names a service which is renamed no longer matches. Where the second release
      matches names in another way (DA-6), each entry that is kept is told, unless `*` is among them.
      """#
    ),
    StatementText(
      "CMP-4",
      "Changes that rest on what the input lacks",
      #"""
      A change is told where it happens whatever the objects are like that the input lacks. Where it happens only for some of what they may be
      like, the Pod is undecided, with what the input would have to hold; so it is where an object that Kuma asks for is not in it. Where there are
      other Meshes, one that is asked for after only does not exist, and the Pod is refused.
      """#
    ),
    StatementText(
      "CMP-5",
      "Changes that need attention",
      #"""
      A Pod that gains or loses its sidecar, is refused or loses its Dataplane, where it was not before; a service that is renamed or gone;
      another mesh or kind of proxy; an entry of direct access that no longer matches; a list of what a Pod may reach that is gone or another one, but
      for reachable services beside reachable backends, which alone count then; an inbound that is no longer ready. All other changes are harmless, and
      so are tags that every Dataplane loses, and inbounds that are merged: that happens only in a mesh that uses nothing but MeshServices, which
      select the inbound that stays too.
      """#
    ),
    StatementText(
      "CMP-6",
      "Policies that select what goes",
      #"""
      A tag, a label or the name of an inbound that is gone, is added or has another value needs attention where an object of the input selects by
      it, before or after, in the mesh of the Pod, be it one that every Dataplane loses: where the whole selector selects another part of the proxy
      after than before, what is not known counting as what it asks for. An object that is not in the input makes no verdict incomplete. One that could
      not be read may select by any of them, and so may those that a list left out which was cut off: a Pod of which one is gone, is added or has
      another value is undecided then.
      """#
    ),
    StatementText(
      "CMP-7",
      "Pods that are alike",
      #"""
      Pods are answered as one where all is equal that an answer rests on: the workload and the template, which of its labels the Node has that become
      tags, the Services behind which an EndpointSlice names them, the Dataplane that exists, the state; not their names, addresses and identifiers.
      The values of the Node's labels count where Kuma's own name is in the key, where a Mesh has constraints on them, where somebody selects by
      them, and where they are not allowed. Of those that list services for direct access two are looked at, since one may reach the other.
      """#
    ),
    StatementText(
      "UPG-1",
      "The verdict",
      #"""
      NOT READY where a change needs attention (CMP-5, CMP-6) in the release after a step, with how many workloads it is of; CANNOT TELL where none does, but one may that
      rests on what the input lacks; READY elsewhere. An object around Pods, a Mesh or a policy say, that an upgrade note says is refused, or silently does something
      else in another major release than what is written in it, needs attention too; one that could not be read, or that a list may have left out, may
      be such an object. Where Pods, what makes them, or meshes could not be read, or a list of them was cut off, nobody can tell. A way is what its worst step is. All Pods of a workload are one, and a Pod that nothing makes is
      one.
      """#
    ),
    StatementText(
      "UPG-2",
      "Where trouble begins",
      #"""
      A step goes to the newest release of the next line, or to the end. Each release of the line is compared with the one before the step: trouble
      begins with the first that shows it, and is gone with the first later one of the line that does not. What is gone at the end of the step makes no
      verdict, but for those who stop there. A way is safe up to the release before the first trouble that stays, and not past a step that nobody can tell.
      """#
    ),
    StatementText(
      "UPG-3",
      "Fixes that were tried",
      #"""
      Edits of labels, annotations and protocols that may remove the trouble, or what shows an upgrade note, are applied to the objects and mapped under
      both releases; they are reported where the trouble or the note is gone under the one after and no other trouble has come, with what they change
      under the one before.
      """#
    ),
    StatementText(
      "UPG-4",
      "What a verdict rests on",
      #"""
      Reported beside each verdict on Pods or on what makes them: that the input has no Service, no Mesh, or no policy, and so none is taken to be there
      but the mesh `default`; that Namespaces which are not in the input are taken to have the labels which were given for them; what is unknown and
      would need no attention whatever it is; how many workloads have Pods that are refused, or get no Dataplane, before and after alike; and how
      many want no Pods, so that nothing of them is looked at. A kind that the input is said to hold completely is not among it, and nor is one of which
      something could not be read.
      """#
    ),
    StatementText(
      "UPG-5",
      "What upgrade notes say in a verdict",
      #"""
      What an upgrade note says of a Pod that no longer works for certain needs attention like any other change: a container that uses a port on which
      the sidecar listens, and a port that takes no traffic any more though the Pod has Prometheus ask it. A note of something that may no longer work,
      which no object shows, is to be read: READY says how many such notes there are and of which releases, and so does how far a way is safe. What is
      deprecated and works as before is neither. Where nobody knows whether a Pod has a sidecar, it is undecided whether it breaks, and what is to be
      read is read of it too.
      """#
    ),
    StatementText(
      "VER-1",
      "Dataplanes that differ",
      #"""
      A Dataplane differs where a field is not what the rules give, where its spec has a field that no rules give, and where more than the Pod
      owns it. Labels and annotations that the rules do not give, and the order of outbounds, are not looked at. What `kumactl` prints names no owner,
      and has the name to show, the service account and the workload among the labels, wherever Kubernetes has them: these are no difference.
      """#
    ),
    StatementText(
      "VER-2",
      "Dataplanes that are missing or too many",
      #"""
      A Dataplane is missing where the rules give one and there is none; it is too many where the control plane would delete it or
      never makes one, or where the Pod that owns it, or one of its name, is not there. One that exists stays as it is where the control plane gives up
      on its Pod or its update is refused: whatever it is, that is no difference.
      """#
    ),
    StatementText(
      "VER-3",
      "Dataplanes that cannot be checked",
      #"""
      A Dataplane is unchecked where the input has no Pods, where no Pod owns it, where its Pod is there and could not be read, where it stays as
      it is since the control plane gives up on the Pod, and as far as what the rules give is unknown. A Pod is unchecked where the input has no Dataplanes, or its own could not be read.
      """#
    ),
    StatementText(
      "LINT-1",
      "Suppressed findings",
      #"""
      A finding is not told where the annotation `meshmap/ignore` of the object that it is at names its code; of a Pod that a workload of the
      input makes, the annotation of the workload or of its template does. What is found of a Pod and is at its Namespace or at a Service is not
      told of that Pod where its own annotation, or that of what makes it, names the code, and not at all where those of all Pods do of which it
      would be told. The annotation holds codes, separated by commas or whitespace, and behind `#` why. A code that no finding has is told, and so
      is one of a finding that is not there.
      """#
    ),
  ]
}
