import {bay} from './bay.mjs';
import {bridge_at_dusk} from './bridge.mjs';
import {headquarters} from './headquarters.mjs';
import {lotus_pond} from './lotus.mjs';
import {night_market} from './night_market.mjs';
import {tree_planting} from './planting.mjs';
import {service_hall} from './service_hall.mjs';
import {tea_hills} from './tea.mjs';
import {terraced_fields} from './terraces.mjs';
import {fishing_village} from './village.mjs';

export const scenes = [
  bay, terraced_fields, lotus_pond, headquarters, bridge_at_dusk, tea_hills, fishing_village, service_hall,
    night_market, tree_planting];
