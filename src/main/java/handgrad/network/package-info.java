package handgrad.network;
