// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/traffic/operation.h"

#include "model/scenario/words.h"
#include "model/traffic/network_shape.h"

#include <optional>

namespace supernode {
namespace {

double shareOr1(const std::optional<Fact<Ratio>>& share, const char* field, const SystemSpec& system,
                std::vector<Issue>& warnings) {
    if (share)
        return share->value.base();
    warnings.push_back({field, system.name + " publishes no such share", "the line rate is used instead"});
    return 1;
}

std::size_t nodeOf(const Fabric& fabric, ElementId end) {
    const Element e = fabric.element(end);
    return e.kind == ElementKind::Cpu ? fabric.element(e.parent).index : fabric.nodeOfEndpoint(e.index);
}

// The far end when only the scope is given: in the node of `asker` or in another one.
Result<ElementId> defaultTo(const Fabric& fabric, const PointToPoint& w, ElementId asker) {
    using Answer = Result<ElementId>;
    const SystemSpec& s = fabric.system();
    const std::size_t home = nodeOf(fabric, asker);
    const std::size_t node = w.scope == Scope::IntraNode ? home : home == 0 ? 1 : 0;
    if (node >= fabric.count(ElementKind::Node))
        return Answer::refused(
            Issue{"workload.scope", s.name + " has only one " + s.node.word, "use intra-node"});
    if (w.target == Target::Cpu) {
        if (fabric.count(ElementKind::Cpu) == 0)
            return Answer::refused(noLink(s, w.network, "workload.to"));
        return fabric.id(ElementKind::Cpu, node * static_cast<std::size_t>(s.node.cpus.value));
    }
    // The first endpoint of another chip, else another endpoint of the same chip.
    const auto perNode = static_cast<std::size_t>(s.endpointsPerNode());
    const auto chipOf = [&](std::size_t e) { return e / static_cast<std::size_t>(s.endpointsPerChip()); };
    std::optional<ElementId> sameChip;
    for (std::size_t e = node * perNode; e < (node + 1) * perNode; ++e) {
        const ElementId id = fabric.id(ElementKind::Endpoint, e);
        if (node != home || fabric.element(asker).kind == ElementKind::Cpu ||
            chipOf(e) != chipOf(fabric.element(asker).index))
            return id;
        if (id != asker && !sameChip)
            sameChip = id;
    }
    if (sameChip)
        return *sameChip;
    return Answer::refused(
        Issue{"workload.scope", "a " + s.node.word + " of " + s.name + " has a single " + s.chip.endpointWord,
              "use inter-node"});
}

} // namespace

Result<ElementId> endOf(const Fabric& fabric, const std::string& name, const char* field) {
    Result<ElementId> found = fabric.find(name);
    if (!found) {
        Issue issue = found.issues().front();
        issue.field = field;
        return Result<ElementId>::refused(issue);
    }
    const Element e = fabric.element(*found);
    if (e.kind == ElementKind::Endpoint || e.kind == ElementKind::Cpu)
        return found;
    if (e.kind == ElementKind::Chip && fabric.system().endpointsPerChip() == 1)
        return fabric.id(ElementKind::Endpoint, e.index);
    return Result<ElementId>::refused(Issue{field, "\"" + name + "\" does not send or receive by itself",
                                            "name a " + fabric.system().chip.endpointWord + " or a CPU"});
}

Issue noSuchNetwork(const SystemSpec& system, Network network) {
    return {"workload.network", system.name + " has no " + std::string(toWord(network)) + " network",
            "use scale-up"};
}

Issue noLink(const SystemSpec& system, Network network, const std::string& field) {
    return {field, "it has no link in the " + std::string(toWord(network)) + " network of " + system.name,
            "name a " + system.chip.endpointWord + " or use another network"};
}

Overhead overheadOf(const SystemSpec& system, Operation operation, Target target,
                    std::vector<Issue>& warnings, Network network) {
    if (operation == Operation::Line)
        return {};
    if (network != Network::ScaleUp) {
        warnings.push_back({"workload.network",
                            "no share of the line rate is published for " + std::string(toWord(network)),
                            "the line rate is used instead"});
        return {};
    }
    const TransferSpec& t = system.transfer;
    const bool read = operation == Operation::Read;
    const double share =
        target == Target::Cpu
            ? shareOr1(read ? t.cpuReadShare : t.cpuWriteShare,
                       read ? "transfer.cpu_read_share" : "transfer.cpu_write_share", system, warnings)
            : shareOr1(read ? t.readShare : t.writeShare,
                       read ? "transfer.read_share" : "transfer.write_share", system, warnings);
    const double tier = system.twoTier() ? shareOr1(t.tierShare, "transfer.tier_share", system, warnings) : 1;
    return {1 / share, 1 / (share * tier)};
}

Duration latencyOf(const SystemSpec& system, Operation operation, Target target, Distance distance,
                   std::vector<Issue>& warnings, Network network) {
    if (operation == Operation::Line)
        return {};
    const TransferSpec& t = system.transfer;
    const auto& access = target == Target::Cpu ? t.cpuAccess : t.access;
    if (!access || !t.hop || network != Network::ScaleUp) {
        warnings.push_back({"transfer.access",
                            system.name + " publishes no latency" +
                                (network == Network::ScaleUp ? "" : " of " + std::string(toWord(network))),
                            "the time is that of the bytes alone, a lower bound"});
        return {};
    }
    const int traversals = distance == Distance::SameGroup ? 1 : distance == Distance::SamePod ? 3 : 5;
    Duration latency = access->value + t.hop->value * (2.0 * traversals);
    if (operation == Operation::Write && t.writeExtra)
        latency += t.writeExtra->value;
    return latency;
}

Duration latencyOf(const SystemSpec& system, Operation operation, Target target, Scope scope,
                   std::vector<Issue>& warnings) {
    const bool across = system.twoTier() && scope == Scope::InterNode;
    return latencyOf(system, operation, target, across ? Distance::SamePod : Distance::SameGroup, warnings);
}

Distance farthestIn(const SystemSpec& system) {
    return !system.twoTier() || system.nodesPerSupernode() == 1 ? Distance::SameGroup
           : system.pods() > 1                                  ? Distance::SameDomain
                                                                : Distance::SamePod;
}

Result<Ends> pairOf(const Fabric& fabric, const PointToPoint& w) {
    using Answer = Result<Ends>;
    const Result<ElementId> asker = w.from.empty() ? Result<ElementId>(fabric.id(ElementKind::Endpoint, 0))
                                                   : endOf(fabric, w.from, "workload.from");
    if (!asker)
        return Answer::refused(asker.issues());
    const Result<ElementId> far =
        w.to.empty() ? defaultTo(fabric, w, *asker) : endOf(fabric, w.to, "workload.target");
    if (!far)
        return Answer::refused(far.issues());
    if (*asker == *far)
        return Answer::refused(
            Issue{"workload.target", fabric.name(*far) + " would send to itself", "name another end"});
    const SystemSpec& s = fabric.system();
    if (!s.has(w.network))
        return Answer::refused(noSuchNetwork(s, w.network));
    const NetworkShape network(fabric, w.network), planes(fabric, Network::ScaleUp);
    for (const ElementId end : {*asker, *far})
        if (!network.reaches(network.endOf(end)))
            return Answer::refused(noLink(s, w.network, end == *far ? "workload.to" : "workload.from"));
    const std::uint32_t a = planes.groupOf(planes.endOf(*asker)), b = planes.groupOf(planes.endOf(*far));
    const Distance distance = a == b                               ? Distance::SameGroup
                              : planes.podOf(a) == planes.podOf(b) ? Distance::SamePod
                                                                   : Distance::SameDomain;
    const Scope scope = nodeOf(fabric, *asker) == nodeOf(fabric, *far) ? Scope::IntraNode : Scope::InterNode;
    if (w.operation == Operation::Read)
        return Ends{*far, *asker, scope, distance};
    return Ends{*asker, *far, scope, distance};
}

} // namespace supernode
