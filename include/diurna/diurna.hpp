/// Everything that most programs need: article in, graph out. See README.md for the first program.
#pragma once

#include "diurna/core/error.hpp"
#include "diurna/events/reading.hpp"
#include "diurna/graph/graph.hpp"
#include "diurna/io/format.hpp"
#include "diurna/io/gold.hpp"
#include "diurna/io/input.hpp"
#include "diurna/pipeline/evaluation.hpp"
#include "diurna/pipeline/pipeline.hpp"
#include "diurna/version.hpp"
