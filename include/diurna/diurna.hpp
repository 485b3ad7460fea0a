/// Everything that most programs need: article in, graph out. See README.md for the first program.
#pragma once

#include "diurna/core/error.hpp"
#include "diurna/events/explanation.hpp"
#include "diurna/events/reading.hpp"
#include "diurna/events/rules.hpp"
#include "diurna/graph/graph.hpp"
#include "diurna/io/explanation.hpp"
#include "diurna/io/format.hpp"
#include "diurna/io/gold.hpp"
#include "diurna/io/input.hpp"
#include "diurna/pipeline/evaluation.hpp"
#include "diurna/pipeline/pipeline.hpp"
#include "diurna/pipeline/rule_check.hpp"
#include "diurna/version.hpp"
