// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/pareto.h"

#include <algorithm>
#include <limits>

namespace supernode {

std::vector<bool> paretoFront(const std::vector<ScoredPoint>& points, Metric::Better first,
                              Metric::Better second) {
    std::vector<bool> front(points.size(), false);
    if (first == Metric::Better::Neither || second == Metric::Better::Neither)
        return front;
    struct Costs {
        double first, second; // less is better
        std::size_t index;
    };
    std::vector<Costs> costs;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (points[i])
            costs.push_back({first == Metric::Better::Lower ? points[i]->first : -points[i]->first,
                             second == Metric::Better::Lower ? points[i]->second : -points[i]->second, i});
    std::sort(costs.begin(), costs.end(), [](const Costs& a, const Costs& b) {
        return a.first != b.first ? a.first < b.first : a.second < b.second;
    });
    Costs last{0, std::numeric_limits<double>::infinity(), 0}; // of the front
    for (const Costs& c : costs) {
        if (c.second < last.second)
            last = c;
        front[c.index] = c.second == last.second && c.first == last.first;
    }
    return front;
}

} // namespace supernode
